import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LfuTwin } from '../../../test/eviction/twins/lfu.ts';

describeEvictionPolicy('mfu', () => new LfuTwin('most used'));

test('of the most used entries the one goes that reached its count first', () => {
  // Uses: 1 twice, then 0 twice, 2 once: 3 evicts 1. Then 0 has the most, and after it 2 and 3 have one each, 2 for longer.
  const cache = new FlatCache('mfu', 3).request(0, 1, 2, 1, 0, 3, 4, 5);
  expect(cache.evicted).toEqual([1, 0, 2]);
});

test('an evicted entry starts again at one use', () => {
  // 0 has three uses and goes for 2; when it comes back it evicts 1 (two uses), and stays when 3 evicts 2 (two uses).
  const cache = new FlatCache('mfu', 2).request(0, 0, 0, 1, 1, 2, 2, 0, 3);
  expect(cache.evicted).toEqual([0, 1, 2]);
});
