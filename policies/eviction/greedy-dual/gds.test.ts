import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { GreedyDualTwin } from '../../../test/eviction/twins/greedy-dual.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

describeEvictionPolicy('gds', context => new GreedyDualTwin(context, false));

test('uses do not count', () => {
  // 0 has 2 bytes and three uses, 1 has 1 byte and one use: 0 has the lower cost per byte all the same.
  const cache = new FlatCache('gds', 3, [2, 1, 1]).request(0, 0, 0, 1, 2);
  expect(cache.evicted).toEqual([0]);
});

test('a large entry used just now outlives a small one of long ago', () => {
  // c/s of 0 is 1/4, of the others 1/2. 1 comes in, then 0 and 2; for 3, 0 goes with H = 1/4 = L. 0 comes back:
  // for it 1 goes with L = 1/2, so 0 gets 3/4, and for 4 the other small one with 1/2 goes.
  const cache = new FlatCache('gds', 8, [4, 2, 2, 2]).request(1, 0, 2, 3, 0, 4);
  expect(cache.evicted).toEqual([0, 1, 2]);
});

test('in entries it is LRU', () => {
  const twin = new RecencyTwin('oldest');
  const cache = new FlatCache('gds', 3);
  const evicted: number[] = [];
  for (const id of [0, 1, 2, 0, 3, 1, 0, 4, 2, 2, 5, 0, 1, 3]) {
    if (cache.resident.has(id)) twin.hit(id);
    else {
      if (cache.resident.size === 3) evicted.push(twin.evict(id));
      twin.insert(id);
    }
    cache.request(id);
  }
  expect(cache.evicted).toEqual(evicted);
});
