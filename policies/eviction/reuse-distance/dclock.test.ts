import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { DClockTwin } from '../../../test/eviction/twins/dclock.ts';

describeEvictionPolicy('dclock', context => new DClockTwin(context, 0.5));
describeEvictionPolicy('dclock:active=0.9', context => new DClockTwin(context, 0.9));

const scan = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('pages requested twice are active and out of the reach of a scan', () => {
  const cache = new FlatCache('dclock', 4).request(0, 1, 0, 1, ...scan(10, 20));
  expect(cache.resident).toEqual(new Set([0, 1, 28, 29]));
});

test('a full active list deactivates its oldest page that was not referenced', () => {
  // Two pages may be active: 2 takes the place of 0, which becomes the newest inactive one.
  const cache = new FlatCache('dclock', 4).request(0, 1, 2, 3, 0, 1, 2, 4, 5);
  // Inactive, oldest first: 3 0. 4 takes 3, 5 takes 0.
  expect(cache.evicted).toEqual([3, 0]);
  // Had 0 been referenced again, 1 would have gone in its place.
  expect(new FlatCache('dclock', 4).request(0, 1, 2, 3, 0, 1, 0, 2, 4, 5).evicted).toEqual([3, 1]);
  // With three active pages none of them is in reach.
  expect(new FlatCache('dclock:active=0.75', 4).request(0, 1, 2, 3, 0, 1, 2, 4, 5).evicted).toEqual([3, 4]);
});

test('a page that refaults within as many evictions and activations as pages are active is activated', () => {
  // 0 and 1 are active; 4 evicts 2. Since the reading for 2 one eviction has been counted, its own: 1 ≤ 2 active pages.
  // So 2 is activated, 0 deactivated, and 3 leaves; then 5 and 6 take 4 and 0, but not 2.
  const cache = new FlatCache('dclock', 4).request(0, 1, 0, 1, 2, 3, 4, 2, 5, 6);
  expect(cache.evicted).toEqual([2, 3, 4, 0]);
});

test('a page that refaults later than that starts as an inactive one', () => {
  // 4 evicts 2, 5 evicts 3, 6 evicts 4, whose shadow pushes out the one of 2: only two are of use. 3 refaults at a distance
  // of two evictions and is activated; 2 is a stranger and leaves again for 7 and 8.
  const early = new FlatCache('dclock', 4).request(0, 1, 0, 1, 2, 3, 4, 5, 6, 3);
  expect(early.request(7, 8, 9).resident.has(3)).toBe(true);
  const late = new FlatCache('dclock', 4).request(0, 1, 0, 1, 2, 3, 4, 5, 6, 2);
  expect(late.request(7, 8, 9).resident.has(2)).toBe(false);
});

test('a page for which room was made is remembered until it is inserted, or another comes', () => {
  const { policy } = new FlatCache('dclock', 4).request(0, 1, 2, 3, 1, 2, 4);
  policy.evict(5);
  expect([5, 6].map(id => policy.remembers!(id))).toEqual([true, false]);
  policy.insert(5);
  policy.evict(6);
  expect([6, 7].map(id => policy.remembers!(id))).toEqual([true, false]);
});
