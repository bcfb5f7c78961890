import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LirsTwin } from '../../../test/eviction/twins/lirs.ts';

describeEvictionPolicy('lirs', context => new LirsTwin(context, 0.99, 2));
describeEvictionPolicy('lirs:hot=0.6,non-resident=0.5', context => new LirsTwin(context, 0.6, 0.5));

test('a non-resident id that is still in S has the lower IRR and takes the place of the oldest LIR entry', () => {
  // Capacity 3: two LIR entries and one HIR. 0 and 1 are LIR; 2 and 3 pass through Q.
  const cache = new FlatCache('lirs', 3).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([2]);
  // S = 3 2 1 0: 2 becomes LIR and 0, at the bottom, falls to Q, where the next newcomer finds it.
  expect(cache.request(2, 4).evicted).toEqual([2, 3, 0]);
  // Without a memory of non-residents 2 is a stranger when it returns, and leaves again.
  expect(new FlatCache('lirs:non-resident=0', 3).request(0, 1, 2, 3, 2, 4).evicted).toEqual([2, 3, 2]);
});

test('a loop slightly longer than the cache keeps the LIR set', () => {
  const loop = Array.from({ length: 11 }, (_, id) => id);
  // Capacity 10: 0 … 8 are LIR. The first round misses 11 times, each of the other four only on 9 and 10.
  const cache = new FlatCache('lirs', 10).request(...loop, ...loop, ...loop, ...loop, ...loop);
  expect(cache.misses).toBe(11 + 4 * 2);
});

test('a resident HIR entry becomes LIR on a hit when it is in S, unless nothing was requested in between', () => {
  // Capacity 4: three LIR entries, so Q holds one. A hit on 3 at the top of S has no recency to speak of: it stays in Q.
  expect(new FlatCache('lirs', 4).request(0, 1, 2, 3, 3, 4).evicted).toEqual([3]);
  // After a hit on 2 it stands in S below the top: it becomes LIR, and 0 falls to Q.
  expect(new FlatCache('lirs', 4).request(0, 1, 2, 3, 2, 3, 4).evicted).toEqual([0]);
});

test('a HIR entry that no LIR entry is older than is pruned from S, and a hit does not make it LIR', () => {
  // S = 2 1 0. The hits on 0 and 1 leave 2 at the bottom, where it is pruned; the hit on 2 finds it in Q alone.
  expect(new FlatCache('lirs', 3).request(0, 1, 2, 0, 1, 2, 3).evicted).toEqual([2]);
});

test('room that a removed LIR entry leaves goes to the next id that is requested', () => {
  const cache = new FlatCache('lirs', 3).request(0, 1, 2);
  cache.remove(0);
  // 2 was HIR and becomes LIR; 3 fits without an eviction and is the HIR entry that 4 replaces.
  expect(cache.request(2, 3, 4).evicted).toEqual([3]);
});

test('with sizes, LIR entries leave from the bottom of S when Q is empty', () => {
  // 90 of 100 bytes may be LIR. 0 and 1 take them all, and 2 finds 10 bytes free where it needs 30.
  const cache = new FlatCache('lirs:hot=0.9', 100, [45, 45, 30]).request(0, 1, 2);
  expect(cache.evicted).toEqual([0]);
  // 1 and 2 are LIR with 75 bytes. 3 would make them 95, so it enters Q, from where it gives way to 4.
  const next = new FlatCache('lirs:hot=0.9', 100, [45, 45, 30, 20, 10]).request(0, 1, 2, 3, 4);
  expect(next.evicted).toEqual([0, 3]);
});

test('a cache of one entry evicts it for every newcomer', () => {
  expect(new FlatCache('lirs', 1).request(0, 0, 1, 0, 2).evicted).toEqual([0, 1, 0]);
});
