import { describe, expect, it } from 'vitest';
import { idsOf, made } from './testing/made.ts';

describe('zipf', () => {
  it('asks for the most popular key as often as the formula says', () => {
    // P(rank 1) = 1 / Σ_{r=1..100} r^-1 = 1 / 5.18738 = 0.19278; the standard deviation over 100,000 draws is 0.00125.
    const ids = idsOf(made('zipf:alpha=1,keys=100', 100_000));
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(Math.abs(Math.max(...counts.values()) / 100_000 - 0.19278)).toBeLessThan(5 * 0.00125);
  });

  it('touches every key at alpha 0 and hardly more than one at alpha 10', () => {
    expect(made('zipf:alpha=0,keys=100', 10_000).universe).toBe(100);
    // P(rank 1) = 1 / ζ(10) = 0.99901: of 10,000 requests about 10 are for another key, mostly for rank 2.
    const ids = idsOf(made('zipf:alpha=10,keys=10M', 10_000));
    const others = ids.filter(id => id !== 0).length;
    expect(others).toBeGreaterThan(0);
    expect(others).toBeLessThan(10 + 5 * Math.sqrt(10));
  });
});
