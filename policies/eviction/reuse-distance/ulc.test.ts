import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { UlcTwin } from '../../../test/eviction/twins/ulc.ts';

describeEvictionPolicy('ulc', () => new UlcTwin());

test('a newcomer enters when it comes again before the oldest resident does', () => {
  // 2 is refused at first sight; when it comes again, 0 was requested before it, and leaves.
  const cache = new FlatCache('ulc', 2).request(0, 1, 2);
  expect(cache.resident).toEqual(new Set([0, 1]));
  expect(cache.request(2).resident).toEqual(new Set([1, 2]));
});

test('a newcomer that was requested last before the oldest resident was is refused, and remembered as of now', () => {
  const cache = new FlatCache('ulc', 2).request(0, 1, 2, 0, 1, 2);
  expect(cache.resident).toEqual(new Set([0, 1]));
  // Since the last request for 2 only 0 came: 1 is older.
  expect(cache.request(0, 2).resident).toEqual(new Set([0, 2]));
});

test('a loop longer than the cache keeps what came first', () => {
  const cache = new FlatCache('ulc', 3).request(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
  expect(cache.resident).toEqual(new Set([0, 1, 2]));
});
