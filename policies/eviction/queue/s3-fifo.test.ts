import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { S3FifoTwin } from '../../../test/eviction/twins/s3-fifo.ts';

describeEvictionPolicy('s3-fifo', context => new S3FifoTwin(context, 0.1, 0.9, 2));
describeEvictionPolicy('s3-fifo:small=0.4,ghost=0.3,threshold=1', context => new S3FifoTwin(context, 0.4, 0.3, 1));
describeEvictionPolicy('s3-fifo:small=0.3,fill=main', context => new S3FifoTwin(context, 0.3, 0.9, 2, true));

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('at the tail of S two hits lead to M, and fewer to eviction', () => {
  // Capacity 10: S has a share of 1 and M of 9; until M needs its share, S fills the cache.
  const cache = new FlatCache('s3-fifo', 10).request(...range(0, 10), 0, 0, 1);
  // The search moves 0 to M and stops at 1, which was hit once.
  expect(cache.request(10).evicted).toEqual([1]);
  expect(new FlatCache('s3-fifo:threshold=1', 10).request(...range(0, 10), 0, 0, 1, 10).evicted).toEqual([2]);
});

test('a newcomer that G remembers enters M, out of the way of a scan', () => {
  const cache = new FlatCache('s3-fifo', 10).request(...range(0, 11));
  expect(cache.evicted).toEqual([0]);
  // 0 returns to M; the scan passes through S, because M holds 1 of its 9.
  cache.request(0, ...range(20, 30));
  expect(cache.resident).toEqual(new Set([0, ...range(41, 9)]));
  const forgetful = new FlatCache('s3-fifo:ghost=0', 10).request(...range(0, 11), 0, ...range(20, 30));
  expect(forgetful.resident).toEqual(new Set(range(40, 10)));
});

test('M reinserts what was hit with one hit less, and remembers nothing that it evicts', () => {
  // Capacity 2: S, M and G have a share of 1 each.
  const cache = new FlatCache('s3-fifo', 2).request(0, 0, 0, 1, 2);
  // For 2 the search moved 0 to M and evicted 1 to G. Now 1 returns to M, and 2 leaves S for G.
  expect(cache.request(1).evicted).toEqual([1, 2]);
  // M = {0, 1} exceeds its share; 0 is at its tail, but was hit, so 1 leaves.
  expect(cache.request(0, 3).evicted).toEqual([1, 2, 1]);
  // 1 is a newcomer again and enters S; M = {0} is within its share, so S evicts 3, then 1.
  expect(cache.request(1, 4).evicted).toEqual([1, 2, 1, 3, 1]);
});

test('an entry enters M with no hits to its credit', () => {
  // As above, but without a hit on 0 in M: the two that led it there do not spare it.
  expect(new FlatCache('s3-fifo', 2).request(0, 0, 0, 1, 2, 1, 3).evicted).toEqual([1, 2, 0]);
});

test('S gives way only while M is within its share', () => {
  // Two for S and two for M. For 4 the search moves 0 and 1 to M and evicts 2; when 2 returns, 3 leaves S for it.
  const cache = new FlatCache('s3-fifo:small=0.5', 4).request(0, 0, 0, 1, 1, 1, 2, 3, 4, 2);
  expect(cache.evicted).toEqual([2, 3]);
  // M = {0, 1, 2} exceeds its share, so that the next victim is not 4, which is alone in S, but 0.
  expect(cache.request(5).evicted).toEqual([2, 3, 0]);
});

test('a cold cache fills either queue once S has its share, and M no more after the first eviction', () => {
  // Capacity 10, of which S has a share of 1: 0 enters it, and 1 … 9 enter M. 10 evicts 0 from S, and 11 evicts 10.
  const cache = new FlatCache('s3-fifo:fill=main', 10).request(...range(0, 12));
  expect(cache.evicted).toEqual([0, 10]);
  // By default all stand in S, in order.
  expect(new FlatCache('s3-fifo', 10).request(...range(0, 12)).evicted).toEqual([0, 1]);
});

test('a candidate that is hit or removed between the peek and the eviction is spared', () => {
  const cache = new FlatCache('s3-fifo', 10).request(...range(0, 10));
  expect(cache.policy.victim(10)).toBe(0);
  cache.request(0, 0);
  expect(cache.policy.victim(10)).toBe(1);
  cache.remove(1);
  expect(cache.request(10, 11).evicted).toEqual([2]);
});

test('with sizes it refuses what is larger than S, and without sizes nothing', () => {
  const { policy } = new FlatCache('s3-fifo', 100, [10, 11]);
  expect([policy.accepts?.(0), policy.accepts?.(1)]).toEqual([true, false]);
  expect(new FlatCache('s3-fifo', 1).request(0, 1).evicted).toEqual([0]);
});
