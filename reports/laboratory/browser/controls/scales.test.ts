import { describe, expect, it } from 'vitest';
import { capacityScale, linearScale, spokenTtl, ttlScale } from './scales.ts';

describe('the scale of capacities', () => {
  it('goes from one entry to the most, by equal factors', () => {
    const scale = capacityScale(10_000, 'entries');
    // A hundredth of the way multiplies by 10,000 ** 0.01; half of it by 100.
    expect([0, 50, 100, 150, 200].map(scale.textAt)).toEqual(['1', '10', '100', '1000', '10000']);
    expect(scale.textAt(101)).toBe('105');
  });

  it('finds the step of what it wrote, and the nearest of anything else', () => {
    const scale = capacityScale(10_000, 'entries');
    for (const step of [0, 60, 137, 200]) expect(scale.stepOf(scale.textAt(step))).toBe(step);
    expect(scale.stepOf('20M')).toBe(200);
    expect(scale.stepOf('1%')).toBeNull();
    expect(scale.stepOf('many')).toBeNull();
  });

  it('writes bytes with their unit', () => {
    const scale = capacityScale(2 ** 40, 'bytes');
    expect(scale.textAt(100)).toBe('1MiB');
    expect(scale.stepOf('1MiB')).toBe(100);
    expect(scale.textAt(1)).toBe('1B');
  });
});

it('a scale of numbers goes from one to the other in equal steps', () => {
  const scale = linearScale(0.5, 2.5);
  expect([0, 25, 100].map(scale.textAt)).toEqual(['0.5', '1', '2.5']);
  expect([scale.stepOf('1'), scale.stepOf('9'), scale.stepOf(''), scale.stepOf('x')]).toEqual([25, 100, null, null]);
});

describe('the scale of lifetimes', () => {
  it('ends with none', () => {
    expect(ttlScale.textAt(ttlScale.steps)).toBe('-');
    expect(spokenTtl('-')).toBe('none');
    expect(spokenTtl('300')).toBe('5m');
  });

  it('finds the step of each text, and the next longer of one between', () => {
    for (let step = 0; step <= ttlScale.steps; step++) expect(ttlScale.stepOf(ttlScale.textAt(step))).toBe(step);
    expect(ttlScale.textAt(ttlScale.stepOf('4m')!)).toBe('5m');
    expect(ttlScale.textAt(ttlScale.stepOf('365d')!)).toBe('7d');
    expect(ttlScale.stepOf('soon')).toBeNull();
  });
});
