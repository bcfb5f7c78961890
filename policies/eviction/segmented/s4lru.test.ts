import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { S4LruTwin } from '../../../test/eviction/twins/s4lru.ts';

describeEvictionPolicy('s4lru', context => new S4LruTwin(context));

test('what was hit survives a scan longer than the cache', () => {
  // A queue above the lowest has room for one: 0 is hit three times and stands in queue 3, 1 once and stands in queue 1.
  const cache = new FlatCache('s4lru', 4).request(0, 1, 0, 0, 0, 1, 10, 11, 12, 13, 14, 15);
  expect(cache.resident).toEqual(new Set([0, 1, 14, 15]));
});

test('overflow falls to the head of the queue below', () => {
  // Queue 1 has room for one. 0 is in it; the hit on 1 pushes 0 to the head of queue 0, before 2 and 3, so these go first.
  const cache = new FlatCache('s4lru', 4).request(0, 1, 2, 3, 0, 1, 4, 5, 6);
  expect(cache.evicted).toEqual([2, 3, 0]);
});

test('overflow cascades down through full queues', () => {
  // 0, 1 and 2 climb to queue 3 in turn, each pushing the one before it down by one: queue 3 holds 2, queue 2 holds 1, queue 1
  // holds 0. When 3 comes up too, 0 falls to queue 0, and 4 evicts it.
  const climb = (id: number) => [id, id, id, id];
  const cache = new FlatCache('s4lru', 4).request(...[0, 1, 2, 3].flatMap(climb), 4);
  expect(cache.evicted).toEqual([0]);
});

test('an entry larger than a quarter stays in the lowest queue', () => {
  // Quarters of 2 bytes. 0 has 3 bytes: its hit makes it the youngest of queue 0, and leaves 1 in queue 1.
  const cache = new FlatCache('s4lru', 8, [3, 2, 3, 3]).request(1, 1, 0, 2, 0, 3);
  expect(cache.evicted).toEqual([2]);
});
