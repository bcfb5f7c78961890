import { describe, expect, it } from 'vitest';
import { cacheAt } from '../../test/library/cache-at.ts';

describe('the statistics', () => {
  it('have true misses for every level', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru' });
    cache.set('a', '1', { priority: 'normal' });
    cache.get('a');
    cache.get('b');
    expect(cache.getComprehensiveStats()).toMatchObject({
      ...{ totalRequests: 2, hits: 1, misses: 1, hitRatePercent: 50, predictionsMade: 0, predictionsHit: 0 },
      ...{ l1Hits: 1, l1Misses: 1, l2Hits: 0, l2Misses: 1, l3Hits: 0, l3Misses: 1 },
      l1Stats: { name: 'L1', size: 1, hits: 1, misses: 1, hitRatePercent: 50 },
      ...{ size: 1, knownKeys: 2, forgottenKeys: 0 },
    });
  });

  it('balance at any moment, also when a listener reads them in the middle of a request (B13)', () => {
    const { cache } = cacheAt({ levels: 'L1=1,L2=1,L3=1' });
    let seen = 0;
    const check = () => {
      const { totalRequests, hits, misses, l1Hits, l2Hits, l3Hits, l3Misses } = cache.getComprehensiveStats();
      expect([hits + misses, l1Hits! + l2Hits! + l3Hits! + l3Misses!]).toEqual([totalRequests, totalRequests]);
      seen++;
    };
    for (const name of ['hit', 'miss', 'set', 'remove', 'move'] as const) cache.on(name, check);
    for (let n = 0; n < 40; n++) if (!cache.get(`${n % 5}`).hit) cache.set(`${n % 5}`, 'x');
    expect(seen).toBeGreaterThan(80);
  });
});
