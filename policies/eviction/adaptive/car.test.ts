import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { CarTwin } from '../../../test/eviction/twins/car.ts';

describeEvictionPolicy('car', context => new CarTwin(context));

const scan = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('entries used again survive a scan longer than the cache', () => {
  // The first newcomer moves 0 and 1, both referenced, from T1 to T2; p stays 0, so that T1 alone gives way from then on.
  const cache = new FlatCache('car', 4).request(0, 1, 0, 1, ...scan(10, 20));
  expect(cache.resident).toEqual(new Set([0, 1, 28, 29]));
});

test('a history hit in B1 lets T1 grow until T2 gives way, and one in B2 takes that back', () => {
  // 2 moves 0 to T2 and replaces 1: T1 = 2, T2 = 0, B1 = 1, p = 0.
  const cache = new FlatCache('car', 2).request(0, 1, 0, 2);
  // 1 is remembered: |T1| = 1 ≥ max(1, 0), so 2 leaves; p = 1, T2 = 0 1, T1 empty. 3 finds |T1| < 1: T2 loses 0 to B2.
  expect(cache.request(1, 3).evicted).toEqual([1, 2, 0]);
  // 2 is in B1, and |T1| = 1 ≥ p: 3 leaves, p = 2. T2 = 1 2; 4 takes 1 from it. T1 = 4 is shorter than p: 5 takes 2.
  expect(cache.request(2, 4, 5).evicted).toEqual([1, 2, 0, 3, 1, 2]);
  // 1 is in B2: p falls from 2 to 1 after 4 has left T1 = 4 5, where |T1| = 2 ≥ p. Then 6 finds |T1| = 1 ≥ 1: 5 leaves.
  expect(cache.request(1, 6).evicted).toEqual([1, 2, 0, 3, 1, 2, 4, 5]);
});

test('a page of T2 that was referenced is passed over, and only once', () => {
  // Both were referenced: 2 moves them to T2, T1 runs empty, and the hand of T2 finds 0, whose bit is no longer set.
  const cache = new FlatCache('car', 2).request(0, 1, 0, 1, 2);
  expect(cache.evicted).toEqual([0]);
  // T1 = 2, T2 = 1, B2 = 0. 0 returns from B2 in place of 2; T2 = 1 0 with 1 referenced: 3 passes over 1 and takes 0.
  expect(cache.request(0, 1, 3).evicted).toEqual([0, 2, 0]);
  expect(cache.request(0).evicted).toEqual([0, 2, 0, 3]);
});
