import { describe, expect, it } from 'vitest';
import type { MrcCell } from '../experiments/curve-cell.ts';
import { planSamples, smallestEstimated } from './sampling-plan.ts';

const cells = (unit: MrcCell['unit'], ...capacities: number[]): MrcCell[] =>
  capacities.map(capacity => ({ policy: 'lru', capacity, unit, seed: 1 }));

const capacitiesOf = (some: readonly MrcCell[]) => some.map(each => each.capacity);

describe('a plan of samples', () => {
  const whole = { keys: 1_000_000, bytes: 64e6 };

  it('takes four times the keys, and again, until a cache has a hundred entries', () => {
    // At 1 % 10,000 entries are 100, and 9,999 are not. At 4 % 2,500 entries are 100, at 16 % 625, and 64 % is more than half.
    const plan = planSamples(cells('entries', 624, 625, 2_499, 2_500, 9_999, 10_000, 1e6), whole, 10_000);
    expect(plan.samples.map(({ keys, cells: its }) => [keys, capacitiesOf(its)])).toEqual([
      [160_000, [625, 2_499]],
      [40_000, [2_500, 9_999]],
      [10_000, [10_000, 1e6]],
    ]);
    expect(capacitiesOf(plan.counted)).toEqual([624]);
  });

  it('takes bytes for entries of mean size', () => {
    // 64 bytes each.
    const plan = planSamples(cells('bytes', 639_999, 640_000), whole, 10_000);
    expect(plan.samples.map(({ keys, cells: its }) => [keys, capacitiesOf(its)])).toEqual([
      [40_000, [639_999]],
      [10_000, [640_000]],
    ]);
  });

  it('samples a hundred keys at least, also for a cache that holds more than there is', () => {
    expect(planSamples(cells('entries', 5_000), { keys: 1_000, bytes: null }, 10).samples[0]!.keys).toBe(160);
  });

  it('agrees with the smallest size that a sample is enough for', () => {
    const smallest = smallestEstimated(186_880, 1_869);
    const plan = planSamples(cells('entries', smallest - 1, smallest), { keys: 186_880, bytes: null }, 1_869);
    expect(plan.samples.map(each => each.keys)).toEqual([4 * 1_869, 1_869]);
  });
});
