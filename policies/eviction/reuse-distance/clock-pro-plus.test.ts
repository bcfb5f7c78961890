import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { ClockProTwin } from '../../../test/eviction/twins/clock-pro.ts';

describeEvictionPolicy('clock-pro-plus', context => new ClockProTwin(context, true, 0.01, 0.5, 1));
describeEvictionPolicy(
  'clock-pro-plus:min-cold=0.3,max-cold=0.9,non-resident=0.5',
  context => new ClockProTwin(context, true, 0.3, 0.9, 0.5),
);

test('a loop slightly longer than the cache keeps the hot pages', () => {
  const loop = Array.from({ length: 11 }, (_, id) => id);
  // 0 … 7 are hot and two pages are cold: the first round misses 11 times, each later one on 8, 9 and 10.
  const cache = new FlatCache('clock-pro-plus', 10).request(...loop, ...loop, ...loop);
  expect(cache.misses).toBe(11 + 2 * 3);
});

// 0 … 3 are hot, 4 and 5 cold. 6 and 7 evict 4 and 5, which return: 4 raises the target for cold pages from 2 to 3, so that
// 0 and 1 turn cold; 5 raises it to 4, where that is allowed, so that 2 and 3 do. Then 6 and 7 have left, and 4 and 5 are hot.
const returns = [0, 1, 2, 3, 4, 5, 6, 7, 4, 5];

test('requests for non-resident pages make room for cold pages, within the largest share', () => {
  const wide = new FlatCache('clock-pro-plus:max-cold=0.9', 6).request(...returns, 8, 9, 10, 11);
  expect(wide.evicted).toEqual([4, 5, 6, 7, 0, 1, 2, 3]);
  // At most three cold pages: 3 stays hot.
  const narrow = new FlatCache('clock-pro-plus', 6).request(...returns, 8, 9, 10, 11);
  expect(narrow.evicted).toEqual([4, 5, 6, 7, 0, 1, 2, 8]);
});

test('a request for a demoted page takes that room back', () => {
  // 8 finds 0 referenced: the target falls from 4 to 3, 0 gets a test period, and 1 leaves. 9 and 10 take 2 and 3; 11 finds
  // 0 referenced again and makes it the third hot page beside 4 and 5. With a target of 4, 4 would have turned cold.
  const cache = new FlatCache('clock-pro-plus:max-cold=0.9', 6).request(...returns, 0, 8, 0, 9, 10, 11, 12, 13, 14);
  expect(cache.evicted).toEqual([4, 5, 6, 7, 1, 2, 3, 8, 9, 10, 11]);
});
