import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { SlruTwin } from '../../../test/eviction/twins/slru.ts';

describeEvictionPolicy('slru', context => new SlruTwin(context, 0.8));
describeEvictionPolicy('slru:protected=0.3', context => new SlruTwin(context, 0.3));

test('entries used twice survive a scan longer than the cache', () => {
  const cache = new FlatCache('slru', 5).request(0, 1, 0, 1, 10, 11, 12, 13, 14, 15, 16, 17);
  expect(cache.resident).toEqual(new Set([0, 1, 15, 16, 17]));
});

test('what overflows from the protected segment becomes the youngest on probation', () => {
  // Room for two protected: 0 and 1 are; when 2 is promoted, 0 falls behind 3, so 3 goes first and 0 next.
  const cache = new FlatCache('slru:protected=0.5', 4).request(0, 1, 2, 3, 0, 1, 2, 4, 5);
  expect(cache.evicted).toEqual([3, 0]);
});

test('without anybody on probation the protected segment gives way from its least recent end', () => {
  const cache = new FlatCache('slru:protected=1', 2).request(0, 1, 1, 0, 2);
  expect(cache.evicted).toEqual([1]);
});

test('an entry larger than the protected segment never empties it', () => {
  // 10 bytes, 5 of them protected: 0 (2 bytes) is. 1 has 6 bytes and stays on probation, where it goes first.
  const cache = new FlatCache('slru:protected=0.5', 10, [2, 6, 4]).request(0, 0, 1, 1, 2);
  expect(cache.evicted).toEqual([1]);
});
