import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LfuDaTwin } from '../../../test/eviction/twins/lfu-da.ts';

describeEvictionPolicy('lfu-da', () => new LfuDaTwin());

test('before the first eviction a hit changes the order alone', () => {
  // All keys are 1 while L = 0: with 3 it is 1 that has had its key for longest, then 2.
  const cache = new FlatCache('lfu-da', 3).request(0, 1, 2, 0, 0, 3, 4);
  expect(cache.evicted).toEqual([1, 2]);
});

test('newcomers overtake what was hot and has cooled', () => {
  // 3 evicts 1, so that L = 1, and starts at 2; five hits take 0 from 1 to 6. Then 4 evicts 2 (key 1), which leaves L = 2, and
  // starts at 3; 5 evicts 3 and starts at 4, 6 evicts 4 and starts at 5, 7 evicts 5 and starts at 6; 8 evicts 6. Now 0 and 7
  // have 6, and 0 for longer: 9 evicts it.
  const cache = new FlatCache('lfu-da', 3).request(0, 1, 2, 0, 3, 0, 0, 0, 0, 0, 4, 5, 6, 7, 8, 9);
  expect(cache.evicted).toEqual([1, 2, 3, 4, 5, 6, 0]);
});

test('a hit adds the age of the cache', () => {
  // As above until L = 2 and 4 has 3: a hit on 4 makes it 5. 5 evicts 3 (key 2), which makes L = 5, and starts at 6, as 0 did.
  // The next to go are 4, then 0 and 5 in the order in which they got their keys; had the hit added 1, L would be 4 and 5
  // would go before 0.
  const cache = new FlatCache('lfu-da', 3).request(0, 1, 2, 0, 3, 0, 0, 0, 0, 0, 4, 4, 5, 6, 7);
  expect(cache.evicted).toEqual([1, 2, 3, 4, 0]);
});
