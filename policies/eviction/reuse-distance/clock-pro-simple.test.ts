import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { ClockProSimpleTwin } from '../../../test/eviction/twins/clock-pro-simple.ts';

describeEvictionPolicy('clock-pro-simple', context => new ClockProSimpleTwin(context, 0.01));
describeEvictionPolicy('clock-pro-simple:min-cold=0.3', context => new ClockProSimpleTwin(context, 0.3));

test('the newcomer goes itself when all others are hot, and turns hot when it returns', () => {
  // Four hot pages fill the cache; 4 is the only cold one.
  const cache = new FlatCache('clock-pro-simple', 4).request(0, 1, 2, 3, 4);
  expect(cache.resident).toEqual(new Set([0, 1, 2, 3]));
  // Its return raises the target for cold pages to 1: 0 and 1 turn cold, 4 hot, and 0 is the oldest cold page.
  expect(cache.request(4).evicted).toEqual([0]);
  expect(cache.request(5).evicted).toEqual([0, 1]);
});

test('a page that was referenced before the hand came is spared', () => {
  // 0 and 1 are hot, 2 and 3 cold. 4 finds 2 referenced in its test period: 2 turns hot and 0 cold, the newest one. 3 leaves.
  const cache = new FlatCache('clock-pro-simple:min-cold=0.5', 4).request(0, 1, 2, 3, 2, 4);
  expect(cache.evicted).toEqual([3]);
});

test('the least share of cold pages decides how many pages start hot', () => {
  // 0 and 1 are hot and cannot go: 4 takes 2, the oldest cold page.
  expect(new FlatCache('clock-pro-simple:min-cold=0.5', 4).request(0, 1, 2, 3, 4).evicted).toEqual([2]);
});
