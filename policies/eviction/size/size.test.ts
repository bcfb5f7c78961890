import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { SizeTwin } from '../../../test/eviction/twins/size.ts';

describeEvictionPolicy('size', context => new SizeTwin(context));

test('the largest goes first, however often it was used', () => {
  // 3 needs 3 bytes of 10: 1 with 5 bytes goes, then 4 needs 4, and 3 goes before 2 and 0.
  const cache = new FlatCache('size', 10, [2, 5, 2, 3, 4]).request(0, 1, 2, 1, 1, 3, 4);
  expect(cache.evicted).toEqual([1, 3]);
});

test('without sizes the second newest goes', () => {
  // 0 is the root and the first to go; 2, the last, takes its place, and so on: each newcomer finds the one before the last.
  const cache = new FlatCache('size', 3).request(0, 1, 2, 3, 4, 5);
  expect(cache.evicted).toEqual([0, 2, 3]);
});
