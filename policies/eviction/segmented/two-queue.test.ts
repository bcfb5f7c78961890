import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { TwoQueueTwin } from '../../../test/eviction/twins/two-queue.ts';

describeEvictionPolicy('2q', context => new TwoQueueTwin(context, 0.25, 0.5));
describeEvictionPolicy('2q:in=0.5,out=1', context => new TwoQueueTwin(context, 0.5, 1));

test('hits in A1in change nothing: it evicts in order of insertion', () => {
  const cache = new FlatCache('2q', 4).request(0, 1, 2, 3, 0, 0, 4);
  expect(cache.evicted).toEqual([0]);
});

test('what A1out remembers enters Am, and stays there during a scan longer than the cache', () => {
  // 4 evicts 0 to A1out. 0 returns to Am in the place of 1. From then on the scan finds A1in longer than Kin = 1.
  const cache = new FlatCache('2q', 4).request(0, 1, 2, 3, 4, 0, 10, 11, 12, 13, 14, 15);
  expect(cache.resident).toEqual(new Set([0, 13, 14, 15]));
});

test('A1out forgets its oldest ghost when it is full', () => {
  // Kout = 2. 4, 5 and 6 evict 0, 1 and 2, so that 0 is forgotten; 0 enters A1in again, and the scan evicts it with the rest.
  const forgotten = new FlatCache('2q', 4).request(0, 1, 2, 3, 4, 5, 6, 0, 10, 11, 12, 13);
  expect(forgotten.resident).toEqual(new Set([10, 11, 12, 13]));
});

test('a ghost that is asked for makes room for the one that its return evicts', () => {
  // A1out = {0, 1} is full. For 0 the oldest of A1in, 2, becomes a ghost: 1 need not be forgotten, and returns to Am too.
  const cache = new FlatCache('2q', 4).request(0, 1, 2, 3, 4, 5, 0, 1, 10, 11, 12, 13);
  expect(cache.resident).toEqual(new Set([0, 1, 12, 13]));
});

test('when A1in is within its share the least recent of Am goes', () => {
  // 0, 1 and 2 return from A1out to Am, which leaves 6 alone in A1in (Kin = 1). 7 evicts 0 from Am; Am leaves no ghosts.
  const cache = new FlatCache('2q:out=1', 4).request(0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 7);
  expect(cache.evicted).toEqual([0, 1, 2, 3, 4, 5, 0]);
  expect(cache.resident).toEqual(new Set([6, 1, 2, 7]));
});

test('who was called back from A1out is remembered although it is not there any more', () => {
  // 0 is in A1out, and leaves it when room is made for it.
  const { policy } = new FlatCache('2q', 4).request(0, 1, 2, 3, 4);
  policy.evict(0);
  expect([0, 5].map(id => policy.remembers!(id))).toEqual([true, false]);
});
