import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { ClockProTwin } from '../../../test/eviction/twins/clock-pro.ts';

describeEvictionPolicy('clock-pro', context => new ClockProTwin(context, false, 0.01, 0.99, 2));
describeEvictionPolicy(
  'clock-pro:min-cold=0.3,max-cold=0.6,non-resident=0.5',
  context => new ClockProTwin(context, false, 0.3, 0.6, 0.5),
);

test('a loop slightly longer than the cache keeps the hot pages', () => {
  const loop = Array.from({ length: 11 }, (_, id) => id);
  // 0 … 7 are hot and two pages are cold: the first round misses 11 times, each later one on 8, 9 and 10.
  const cache = new FlatCache('clock-pro', 10).request(...loop, ...loop, ...loop);
  expect(cache.misses).toBe(11 + 2 * 3);
});

test('a page that returns in its test period turns hot in place of the oldest hot page', () => {
  // 0 and 1 are hot. 4 evicts 2, which returns in place of 3 and turns hot; 0 turns cold behind 4, out of its test period.
  const cache = new FlatCache('clock-pro', 4).request(0, 1, 2, 3, 4, 2, 5, 6);
  expect(cache.evicted).toEqual([2, 3, 4, 0]);
  // Without a memory of non-resident pages 2 is a stranger, and the cold pages leave in turn.
  const forgetful = new FlatCache('clock-pro:non-resident=0', 4).request(0, 1, 2, 3, 4, 2, 5, 6);
  expect(forgetful.evicted).toEqual([2, 3, 4, 2]);
});

test('the least share of cold pages decides how many pages start hot', () => {
  const fill = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(new FlatCache('clock-pro', 10).request(...fill).evicted).toEqual([8]);
  expect(new FlatCache('clock-pro:min-cold=0.4', 10).request(...fill).evicted).toEqual([6]);
});
