import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LfuTwin } from '../../../test/eviction/twins/lfu.ts';

describeEvictionPolicy('lfu', () => new LfuTwin('least used'));

test('of the least used entries the one goes that reached its count first', () => {
  // Uses: 0 twice, then 1 twice, 2 once. 2 goes; then 3, the only one used once; with 3 used twice too, 0 reached two first.
  const cache = new FlatCache('lfu', 3).request(0, 1, 2, 0, 1, 3, 4, 4, 5);
  expect(cache.evicted).toEqual([2, 3, 0]);
});

test('an evicted entry starts again at one use', () => {
  // 0 is used twice, 1 and 2 three times; 3 evicts 0. When 0 comes back it evicts 3, and goes before 1 and 2 in its turn.
  const cache = new FlatCache('lfu', 3).request(0, 1, 2, 0, 1, 2, 1, 2, 3, 0, 4);
  expect(cache.evicted).toEqual([0, 3, 0]);
});
