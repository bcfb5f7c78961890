import { describe, expect, it } from 'vitest';
import { resolveSizes } from './sizes.ts';

const UNSIZED = { keys: 20_000, bytes: null };
const SIZED = { keys: 20_000, bytes: 1_000_000 };

describe('a list of sizes', () => {
  it('keeps its order, and percents are of the keys', () => {
    expect(resolveSizes('500,1%,10', UNSIZED)).toEqual({ unit: 'entries', capacities: [500, 200, 10] });
  });

  it('is in bytes as soon as one size is, and percents are then of the bytes', () => {
    expect(resolveSizes('1%,64KiB', SIZED)).toEqual({ unit: 'bytes', capacities: [10_000, 65_536] });
  });

  it('names a size once, also when only rounding makes two of them equal', () => {
    // 0.001 % of 20,000 keys is a fifth of an entry, which becomes 1.
    expect(resolveSizes('1,0.001%,0.005%,200,1%', UNSIZED).capacities).toEqual([1, 200]);
  });

  it.each([
    ['64MiB', UNSIZED, /the workload has no sizes/],
    ['100,64MiB', SIZED, /all be in entries or all in bytes/],
    ['-5', UNSIZED, 'capacity "-5" must be more than 0'],
    ['0', UNSIZED, 'capacity "0" must be more than 0'],
    [' , ', UNSIZED, 'the list is empty'],
  ])('"%s" is refused', (list, workload, message) => {
    expect(() => resolveSizes(list, workload)).toThrow(message);
  });
});

describe('without a list', () => {
  it('sizes go from a thousandth of the keys to all of them in equal ratios', () => {
    const { unit, capacities } = resolveSizes(undefined, { keys: 1_000_000, bytes: null });
    expect(unit).toBe('entries');
    expect(capacities).toHaveLength(14);
    expect([capacities[0], capacities[13]]).toEqual([1_000, 1_000_000]);
    // 1000^(1/13) = 1.7013 from each to the next, but for rounding.
    for (let i = 1; i < 14; i++) expect(capacities[i]! / capacities[i - 1]!).toBeCloseTo(1.701, 2);
  });

  it('sizes begin where they are told to, as long as that leaves a factor of ten', () => {
    const from = (smallest: number) =>
      resolveSizes(undefined, { keys: 1_000_000, bytes: null }, smallest).capacities[0];
    expect([from(10), from(10_000), from(100_000), from(100_001)]).toEqual([1_000, 10_000, 100_000, 1_000]);
  });

  it('few keys have few sizes', () => {
    expect(resolveSizes(undefined, { keys: 3, bytes: null }).capacities).toEqual([1, 2, 3]);
    expect(resolveSizes(undefined, { keys: 1, bytes: null }).capacities).toEqual([1]);
  });
});
