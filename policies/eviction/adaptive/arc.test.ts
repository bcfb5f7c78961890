import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { ArcTwin } from '../../../test/eviction/twins/arc.ts';

describeEvictionPolicy('arc', context => new ArcTwin(context, false));
describeEvictionPolicy('arc:p=integer', context => new ArcTwin(context, true));

const scan = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('entries requested twice survive a scan longer than the cache', () => {
  // 0 and 1 are in T2; p is 0 and the scan hits no ghost, so REPLACE takes from T1 alone.
  const cache = new FlatCache('arc', 4).request(0, 1, 0, 1, ...scan(10, 20));
  expect(cache.resident).toEqual(new Set([0, 1, 28, 29]));
});

test('an id that B1 remembers returns to T2 and lets T1 grow', () => {
  const cache = new FlatCache('arc', 2).request(0, 0, 1, 2);
  // T1 = {2}, T2 = {0}, B1 = {1}, p = 0. The request for 1 raises p to 1; |T1| = 1 no longer exceeds it, so T2 gives way.
  expect(cache.evicted).toEqual([1]);
  expect(cache.request(1).evicted).toEqual([1, 0]);
  // T1 = {2}, T2 = {1}, B2 = {0}. A request for 0 takes p back to 0: T1 gives way.
  expect(cache.request(0).evicted).toEqual([1, 0, 2]);
});

test('when T1 alone fills the cache its tail leaves no ghost', () => {
  const cache = new FlatCache('arc', 2).request(0, 1, 2);
  expect(cache.evicted).toEqual([0]);
  // 0 is a stranger when it returns: it enters T1 behind 2, and both leave in that order without p having moved.
  expect(cache.request(0, 3, 4).evicted).toEqual([0, 1, 2, 0]);
});

test('p moves by fractions unless it is told to be an integer', () => {
  const evicted = (spec: string) =>
    new FlatCache(spec, 5).request(7, 8, 8, 1, 3, 7, 4, 3, 2, 0, 4, 6, 5, 0, 9, 2, 5, 3).evicted;
  // Newest first: 4 found in B1 makes p 1, 0 makes it 2; before the request for 2, T1 = 9 5 6, T2 = 0 4, B1 = 2 1 and
  // B2 = 3 7 8. So p = 2 + 3/2 = 3.5, or 3 when rounded down; 4 goes to B2, and the hit on 5 leaves T1 = 9 6, T2 = 5 2 0.
  // Then 3 is found in B2: p = 2.5 exceeds |T1|, so T2 loses 0, or p = 2 equals it, so T1 loses 6.
  expect(evicted('arc')).toEqual([1, 4, 2, 8, 0, 7, 3, 4, 0]);
  expect(evicted('arc:p=integer')).toEqual([1, 4, 2, 8, 0, 7, 3, 4, 6]);
});

test('peeking any number of times moves p once for each newcomer', () => {
  const cache = new FlatCache('arc', 4).request(0, 1, 2, 0, 1, 2, 3, 4, 5);
  // T2 = {2, 1, 0}, T1 = {5}, B1 = {4, 3}. The first look at 3 raises p to 1; a second must not raise it to 2.
  for (let look = 0; look < 3; look++) expect(cache.policy.victim(3)).toBe(0);
  cache.request(3);
  // T1 = {5}, T2 = {3, 2, 1}, B2 = {0}, p = 1. A newcomer finds |T1| = p: T2 gives way.
  expect(cache.request(6).evicted).toEqual([3, 4, 0, 1]);
  // T1 = {6, 5} exceeds p = 1, so T1 gives way; had the looks raised p further, T2 would.
  expect(cache.request(7).evicted).toEqual([3, 4, 0, 1, 5]);
});

test('with sizes the lists are measured in bytes', () => {
  const cache = new FlatCache('arc', 10, [4, 4, 4, 8]).request(0, 0, 1, 2);
  // T2 = {0}, T1 = {1} fill 8 of 10 bytes; 2 needs 4, and T1 = 4 bytes > p = 0, so 1 becomes a ghost.
  expect(cache.evicted).toEqual([1]);
  // 3 needs 8 bytes: T1 = {2} goes first, and since T1 is then empty, T2 = {0}.
  expect(cache.request(3).evicted).toEqual([1, 2, 0]);
});
