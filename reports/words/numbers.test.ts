import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capacity,
  compactCount,
  count,
  margin,
  milliseconds,
  percent,
  perSecond,
  plural,
  points,
  relativeChange,
  span,
  tickCount,
} from './numbers.ts';

const NBSP = '\u00a0';

describe('half an interval', () => {
  test('is rounded up to the decimals of its percentage, so that it promises no more than it holds', () => {
    expect(margin(0.0121, 5_000)).toBe('±2');
    expect(margin(0.0121, 100_000)).toBe('±1.3');
    expect(margin(0.012, 100_000)).toBe('±1.2');
    expect(margin(1e-6, 100_000)).toBe('±0.1');
  });
});

describe('a percentage', () => {
  test('has as many decimals as its number of requests supports', () => {
    expect(percent(0.51234, 500)).toBe(`51${NBSP}%`);
    expect(percent(0.51234, 100_000)).toBe(`51.2${NBSP}%`);
    expect(percent(0.51234, 5_000_000)).toBe(`51.23${NBSP}%`);
  });

  test('says nothing and everything only when it is nothing and everything', () => {
    expect(percent(0, 100_000)).toBe(`0${NBSP}%`);
    expect(percent(1, 100_000)).toBe(`100${NBSP}%`);
    expect(percent(1 / 100_000, 100_000)).toBe(`<${NBSP}0.1${NBSP}%`);
    expect(percent(1 - 1 / 100_000, 100_000)).toBe(`>${NBSP}99.9${NBSP}%`);
  });

  test('is never rounded to 0 or 100 from in between', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        fc.integer({ min: 1, max: 1e9 }),
        (ratio, n) => {
          const text = percent(ratio, n);
          expect(text.startsWith('100')).toBe(false);
          expect(/^0(\.0+)?\s/.test(text)).toBe(false);
        },
      ),
    );
  });
});

test('differences of ratios are points, with a sign', () => {
  expect(points(0.0123, 100_000)).toBe(`+1.2${NBSP}points`);
  expect(points(-0.01, 1_000)).toBe(`−1${NBSP}point`);
  expect(points(0.0001, 100_000)).toBe(`±0${NBSP}points`);
});

test('changes are relative to what was before, and unknown from nothing', () => {
  expect(relativeChange(0.5, 0.41)).toBe(`−18${NBSP}%`);
  expect(relativeChange(100, 103.4)).toBe(`+3.4${NBSP}%`);
  expect(relativeChange(100, 100.01)).toBe(`±0${NBSP}%`);
  expect(relativeChange(1, 13)).toBe(`+1,200${NBSP}%`);
  expect(relativeChange(0, 0)).toBe(`±0${NBSP}%`);
  expect(relativeChange(0, 5)).toBeNull();
});

test('latencies have two digits below ten milliseconds, three above, and become seconds', () => {
  expect(milliseconds(0)).toBe(`0${NBSP}ms`);
  expect(milliseconds(0.0204)).toBe(`0.02${NBSP}ms`);
  expect(milliseconds(0.4234)).toBe(`0.42${NBSP}ms`);
  expect(milliseconds(5.12)).toBe(`5.1${NBSP}ms`);
  expect(milliseconds(12.345)).toBe(`12.3${NBSP}ms`);
  expect(milliseconds(1234)).toBe(`1,230${NBSP}ms`);
  expect(milliseconds(12_345)).toBe(`12.3${NBSP}s`);
});

test('capacities are entries, or bytes in binary units', () => {
  expect(capacity(1600, 'entries')).toBe('1,600');
  expect(capacity(64 * 2 ** 20, 'bytes')).toBe(`64${NBSP}MiB`);
  expect(capacity(1000, 'bytes')).toBe(`1,000${NBSP}B`);
  expect(capacity(1536, 'bytes')).toBe(`1.5${NBSP}KiB`);
});

test('counts have separators, and letters where there is no room', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect(compactCount(1_234_567)).toBe('1,234,567');
  expect(compactCount(12_345_678)).toBe(`12.3${NBSP}M`);
  expect(compactCount(9.87e12)).toBe(`9.87${NBSP}T`);
  expect(tickCount(20_000)).toBe('20k');
  expect(tickCount(1_500_000)).toBe('1.5M');
});

test('words follow their number', () => {
  expect(plural(1, 'key')).toBe(`1${NBSP}key`);
  expect(plural(475, 'key')).toBe(`475${NBSP}keys`);
  expect(plural(2, 'entry', 'entries')).toBe(`2${NBSP}entries`);
});

test.each([
  [0.0123, '12.3 ms'],
  [45, '45 s'],
  [59.96, '1 min'],
  [60, '1 min'],
  [3_599.7, '1 h'],
  [119.6, '2 min'],
  [7_500, '2 h 5 min'],
  [86_400 + 3_600 * 2 + 59, '1 d 2 h'],
  [86_400 * 1_000, '1,000 d'],
])('%s seconds last %s', (seconds, text) => {
  expect(span(seconds).replaceAll(NBSP, ' ')).toBe(text);
});

test('a rate has three digits', () => {
  expect([0.01234, 16.34, 1_234.5].map(perSecond)).toEqual(['0.0123 a second', '16.3 a second', '1,230 a second']);
});
