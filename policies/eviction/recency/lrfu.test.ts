import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LfuTwin } from '../../../test/eviction/twins/lfu.ts';
import { LrfuTwin } from '../../../test/eviction/twins/lrfu.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

describeEvictionPolicy('lrfu:lambda=0', () => new LfuTwin('least used'));
describeEvictionPolicy('lrfu', () => new LrfuTwin(0.001));
describeEvictionPolicy('lrfu:lambda=0.1', () => new LrfuTwin(0.1));
describeEvictionPolicy('lrfu:lambda=1', () => new RecencyTwin('oldest'));

test('lambda says how many earlier uses outweigh a later one', () => {
  // After its uses at times 1 and 2, at time 3, when 1 is worth 1, 0 is worth 2^-0.5 + 2^-0.25 = 1.55 with lambda = 0.25, and
  // 2^-1.5 + 2^-0.75 = 0.95 with 0.75.
  const twice = [0, 0, 1, 2];
  expect(new FlatCache('lrfu:lambda=0.25', 2).request(...twice).evicted).toEqual([1]);
  expect(new FlatCache('lrfu:lambda=0.75', 2).request(...twice).evicted).toEqual([0]);
  // Three uses are worth 2^-2.25 + 2^-1.5 + 2^-0.75 = 1.16 with 0.75, and 1/8 + 1/4 + 1/2 with 1.
  const thrice = [0, 0, 0, 1, 2];
  expect(new FlatCache('lrfu:lambda=0.75', 2).request(...thrice).evicted).toEqual([1]);
  expect(new FlatCache('lrfu:lambda=1', 2).request(...thrice).evicted).toEqual([0]);
});
