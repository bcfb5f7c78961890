import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { GreedyDualTwin } from '../../../test/eviction/twins/greedy-dual.ts';

describeEvictionPolicy('gdsf', context => new GreedyDualTwin(context, true));

test('of entries used equally often the largest goes', () => {
  // Sizes 1, 4, 2 of 7 bytes; for 3, worth the most per byte, 1 alone has to go.
  const cache = new FlatCache('gdsf', 7, [1, 4, 2, 1]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([1]);
});

test('uses outweigh size', () => {
  // 0 of 3 bytes used four times is worth 4/3, 1 of 1 byte used once 1.
  const cache = new FlatCache('gdsf', 4, [3, 1, 1]).request(0, 0, 0, 0, 1, 2);
  expect(cache.evicted).toEqual([1]);
});

test('an entry that is not used again is overtaken by the clock', () => {
  // In millions: 0 has 3, and L follows the victims. 1 enters with 1; each further newcomer with L + 1: 2 with 2 (L = 1), 3 with
  // 3 (L = 2). Then 0 and 3 both have 3, and 0 was used before.
  const cache = new FlatCache('gdsf', 2).request(0, 0, 0, 1, 2, 3, 4);
  expect(cache.evicted).toEqual([1, 2, 0]);
});
