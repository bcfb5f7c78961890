import { describe, expect, it } from 'vitest';
import { runCell } from '../../engine/experiments/mrc.ts';
import { poissonRequests, sharesOf, simulate } from './poisson.ts';

const KEYS = 1_000;
const RATE = 100;
const GETS = 40_000;
/** A cache-full of new entries has come long before. */
const WARMUP = 10_000;

/**
 * An LRU of C entries behaves as if every entry stayed for one characteristic time after its last request: the T for which
 * Σ (1 − e^(−λ_i T)) = C (H. Che, Y. Tung, Z. Wang: Hierarchical web caching systems, IEEE JSAC 20(7), 2002).
 * @returns the hit ratio for these shares
 */
function che(shares: readonly number[], capacity: number): number {
  // Times are in requests. Bisection: at T the first sum is below C, at `above` it is not.
  let below = 0;
  let above = 1e9;
  for (let step = 0; step < 100; step++) {
    const middle = (below + above) / 2;
    const held = shares.reduce((sum, share) => sum + 1 - Math.exp(-share * middle), 0);
    if (held < capacity) below = middle;
    else above = middle;
  }
  return shares.reduce((sum, share) => sum + share * (1 - Math.exp(-share * below)), 0);
}

describe.each([0.6, 0.9, 1.2])('LRU on Zipf %d is within a point of what Che’s approximation says,', alpha => {
  const arrivals = { keys: KEYS, alpha, rate: RATE, gets: GETS };
  const requests = poissonRequests(arrivals);
  const shares = sharesOf(arrivals);

  it.each([20, 100, 400])('in one level of %i entries', capacity => {
    const { hitRatio } = simulate(requests, { preset: 'flat', levels: `L1=${capacity}/-/lru` }, WARMUP);
    expect(Math.abs(hitRatio - che(shares, capacity))).toBeLessThan(0.01);
  });

  it.each([20, 100, 400])('on the flat path at %i entries, where the cache starts empty', capacity => {
    const { row } = runCell(requests, { policy: 'lru', capacity, unit: 'entries', seed: 1 });
    // No more than `capacity` of the hits are lost to the empty cache.
    const late = capacity / GETS;
    expect(row.hitRatio).toBeGreaterThan(che(shares, capacity) - late - 0.01);
    expect(row.hitRatio).toBeLessThan(che(shares, capacity) + 0.01);
  });

  it('in three exclusive levels, of as many entries together', () => {
    const levels = 'L1=20/-/lru,L2=80/-/lru,L3=300/-/lru';
    const { hitRatio } = simulate(requests, { preset: 'exclusive-lru', levels }, WARMUP);
    expect(Math.abs(hitRatio - che(shares, 400))).toBeLessThan(0.01);
  });
});
