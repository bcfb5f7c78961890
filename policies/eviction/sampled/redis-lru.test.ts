import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { RedisLruTwin } from '../../../test/eviction/twins/redis.ts';

describeEvictionPolicy('redis-lru', context => new RedisLruTwin(context, 5, 1));
describeEvictionPolicy('redis-lru:samples=1', context => new RedisLruTwin(context, 1, 1));
describeEvictionPolicy('redis-lru:resolution=7', context => new RedisLruTwin(context, 5, 7));

test('as long as it looks at every entry it is LRU', () => {
  // Four entries and five samples. For 4, 1 has been idle for longest; after that 2, because 3 and 0 were used since.
  const cache = new FlatCache('redis-lru', 4).request(0, 1, 2, 3, 0, 4, 3, 5);
  expect(cache.evicted).toEqual([1, 2]);
});

test('within a tick of the clock all entries are equally idle', () => {
  // Of equally idle entries the one drawn first has the best place in the pool: 0. By accesses, 1 is the most idle.
  expect(new FlatCache('redis-lru:resolution=100', 2).request(0, 1, 0, 2).evicted).toEqual([0]);
  expect(new FlatCache('redis-lru', 2).request(0, 1, 0, 2).evicted).toEqual([1]);
});

test('an id that comes back leaves by the entry that the pool has kept', () => {
  // For 3, the pool takes 0, 1 and 2 with idle times of 7, 6 and 1, and 0 leaves. Then 1 is removed and comes back. For 4, the most
  // idle is 2 with 3, but the old entry of 1 still says 6.
  const cache = new FlatCache('redis-lru', 3).request(0, 1, 2, 2, 2, 2, 2, 3);
  cache.remove(1);
  cache.request(1, 4);
  expect(cache.evicted).toEqual([0, 1]);
});

test('the clock wraps once in 2^24 ticks', () => {
  // 0 is used last before the wrap, 1 after it: idle for five ticks and one, not for less than none and one.
  const { policy } = new FlatCache('redis-lru', 2);
  policy.insert(0);
  policy.insert(1);
  for (let access = 2; access < 2 ** 24 - 2; access++) policy.hit(0);
  for (let access = 0; access < 5; access++) policy.hit(1);
  expect(policy.victim(2)).toBe(0);
});
