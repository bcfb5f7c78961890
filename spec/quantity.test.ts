import { describe, expect, it } from 'vitest';
import { InputError } from './input-error.ts';
import { formatDuration, parseCapacity, parseCount, parseDuration } from './quantity.ts';

describe('a count', () => {
  it.each([
    ['0', 0],
    ['250k', 250_000],
    ['10M', 10_000_000],
    ['1e6', 1_000_000],
    ['2.5k', 2_500],
    ['1_000', 1_000],
  ])('%s is %d', (text, value) => {
    expect(parseCount(text, '--requests')).toBe(value);
  });

  it.each(['', 'many', '-1', '1.5', '1e400', '10MiB', '9007199254740993'])('is not "%s"', text => {
    expect(() => parseCount(text, '--requests')).toThrow(InputError);
  });

  it('names its place and what was found and expected', () => {
    expect(() => parseCount('lots', '--requests')).toThrow(
      '--requests: "lots" is not a count (expected for example 100000, 250k, 10M or 1e6)',
    );
  });
});

describe('a duration', () => {
  it.each([
    ['300', 300],
    ['300s', 300],
    ['5m', 300],
    ['100ms', 0.1],
    ['2h', 7_200],
    ['1d', 86_400],
    ['-', Number.POSITIVE_INFINITY],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseDuration(text, '--sweep')).toBe(seconds);
  });

  it.each(['', '0', '-5m', '5 weeks', 'soon'])('is not "%s"', text => {
    expect(() => parseDuration(text, '--sweep')).toThrow(InputError);
  });

  it.each(['-', '5m', '90s', '100ms', '2h', '1d'])('%s is written as it was read', text => {
    expect(formatDuration(parseDuration(text, '--sweep'))).toBe(text);
  });
});

describe('a capacity', () => {
  it.each([
    ['500', { unit: 'entries', value: 500 }],
    ['250k', { unit: 'entries', value: 250_000 }],
    ['500B', { unit: 'bytes', value: 500 }],
    // 64 × 2^20, and 1.5 × 10^3
    ['64MiB', { unit: 'bytes', value: 67_108_864 }],
    ['1.5kB', { unit: 'bytes', value: 1_500 }],
    ['0.5%', { unit: 'percent', value: 0.5 }],
  ])('%s is %o', (text, capacity) => {
    expect(parseCapacity(text, '--sizes')).toEqual(capacity);
  });

  it.each(['0', '0%', '-5', '-1MiB'])('is more than "%s"', text => {
    expect(() => parseCapacity(text, '--sizes')).toThrow(`capacity "${text}" must be more than 0`);
  });

  it.each(['', 'big', '1.5', '0.1B', '3 apples'])('is not "%s"', text => {
    expect(() => parseCapacity(text, '--sizes')).toThrow(/is not a capacity/);
  });
});
