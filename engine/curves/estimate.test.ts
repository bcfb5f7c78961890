import { describe, expect, it } from 'vitest';
import { concludeFrom, type PartCounts } from './estimate.ts';

const part = (misses: number, share: number): PartCounts => ({ share, misses, evictions: misses - 10 });

describe('an estimate', () => {
  it('sets misses against the requests that the sample should have', () => {
    // A tenth of the keys should have 1,000 of 10,000 requests.
    const groups = Array(8).fill(part(50, 0.0125));
    expect(concludeFrom(part(400, 0.1), groups, 10_000)).toMatchObject({ missRatio: 0.4, evictions: 3_900 });
  });

  it('has the error of a mean of eight groups, and of how far that mean is off', () => {
    // Groups of a hundredth of the keys should have 100 requests each. Half of them miss 0.3, half 0.5: the mean is 0.4, the
    // variance 8 × 0.01 / 7, the standard error √(0.08 / 7 / 8) = 0.0378, and t₇ = 2.365 of it 0.0894.
    const groups = [30, 50, 30, 50, 30, 50, 30, 50].map(misses => part(misses, 0.01));
    expect(concludeFrom(part(320, 0.08), groups, 10_000).error).toBeCloseTo(0.0894, 4);
    // The sample as a whole says 0.45.
    expect(concludeFrom(part(360, 0.08), groups, 10_000).error).toBeCloseTo(0.0894 + 0.05, 4);
  });

  it('is no finer than one request of the sample', () => {
    const { error } = concludeFrom(part(320, 0.08), Array(8).fill(part(40, 0.01)), 10_000);
    expect(error).toBeCloseTo(1 / 800, 9);
  });

  it('never misses more than there is', () => {
    const { missRatio, error } = concludeFrom(part(900, 0.08), Array(8).fill(part(300, 0.01)), 10_000);
    expect([missRatio, error]).toEqual([1, 1 / 800]);
  });
});
