import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { RedisLfuTwin } from '../../../test/eviction/twins/redis.ts';

describeEvictionPolicy('redis-lfu', context => new RedisLfuTwin(context, 5, 10, 1, 60_000));
describeEvictionPolicy('redis-lfu:samples=2,factor=0.5', context => new RedisLfuTwin(context, 2, 0.5, 1, 60_000));
describeEvictionPolicy('redis-lfu:minute=4', context => new RedisLfuTwin(context, 5, 10, 1, 4));
describeEvictionPolicy('redis-lfu:minute=4,decay=3', context => new RedisLfuTwin(context, 5, 10, 3, 4));
describeEvictionPolicy('redis-lfu:minute=4,decay=0', context => new RedisLfuTwin(context, 5, 10, 0, 4));

// FlatCache draws zeros: every increment happens, up to 255.

test('the lowest counter leaves', () => {
  // Counters when 2 comes: 0 has 5 + 2, 1 has 5 + 1. Then 2 has 5.
  const cache = new FlatCache('redis-lfu', 2).request(0, 0, 0, 1, 1, 2, 3);
  expect(cache.evicted).toEqual([1, 2]);
});

test('counters stop at 255', () => {
  // Otherwise 0 would have 315 and 1 would have 305 and leave. Both have 255, and of equals the one drawn first, 0, leaves.
  const many = (id: number, count: number) => Array<number>(count).fill(id);
  const cache = new FlatCache('redis-lfu', 2).request(0, 1, ...many(0, 310), ...many(1, 300), 2);
  expect(cache.evicted).toEqual([0]);
});

test('a counter falls by one for every decay time without use', () => {
  // Without decay 0 and 1 have 5 + 2 and 2 has 5 + 1. A minute has two accesses: 0 and 1 lose one between their uses, which makes 6
  // for all of them, last used in minutes 1, 2 and 3. 3 comes in minute 4 and finds 3, 4 and 5 left.
  const ids = [0, 0, 0, 1, 1, 1, 2, 2, 3];
  expect(new FlatCache('redis-lfu:minute=2', 3).request(...ids).evicted).toEqual([0]);
  expect(new FlatCache('redis-lfu:minute=2,decay=0', 3).request(...ids).evicted).toEqual([2]);
});

test('minutes wrap once in 2^16', () => {
  // A minute an access. 0 is used up to the last minute before the wrap, 1 for 300 minutes after it: what 0 has, 255 at most, is gone.
  const { policy } = new FlatCache('redis-lfu:minute=1', 2);
  policy.insert(0);
  policy.insert(1);
  for (let access = 2; access < 2 ** 16; access++) policy.hit(0);
  for (let access = 0; access < 300; access++) policy.hit(1);
  expect(policy.victim(2)).toBe(0);
});
