import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

describeEvictionPolicy('mru', () => new RecencyTwin('newest'));

test('a loop larger than the cache keeps its first entries', () => {
  // 0, 1, 2 fill the cache; 3 takes the place of 2, 4 that of 3; then 0 and 1 are hits, and 1 is the most recent when 2 comes.
  const cache = new FlatCache('mru', 3).request(0, 1, 2, 3, 4, 0, 1, 2);
  expect(cache.evicted).toEqual([2, 3, 1]);
  expect(cache.misses).toBe(6);
});
