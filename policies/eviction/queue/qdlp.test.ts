import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { QdlpTwin } from '../../../test/eviction/twins/qdlp.ts';

describeEvictionPolicy('qdlp', context => new QdlpTwin(context, 0.1, 0.9, 1));
describeEvictionPolicy('qdlp:small=0.4,ghost=0.3,threshold=2', context => new QdlpTwin(context, 0.4, 0.3, 2));

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('at the end of the small queue one hit leads to the main queue', () => {
  // 0 moves on, 1 leaves; a scan through the small queue then never reaches 0.
  const cache = new FlatCache('qdlp', 10).request(...range(0, 10), 0, ...range(20, 20));
  expect(cache.evicted).toEqual([...range(1, 9), ...range(20, 11)]);
  expect(new FlatCache('qdlp:threshold=2', 10).request(...range(0, 10), 0, 20).evicted).toEqual([0]);
});

test('a newcomer that the ghost queue remembers enters the main queue', () => {
  // Capacity 2: one in each queue. 2 evicts 0, which returns to the main queue for 1; 3 and 4 pass through the small one.
  expect(new FlatCache('qdlp', 2).request(0, 1, 2, 0, 3, 4).evicted).toEqual([0, 1, 2, 3]);
  // Without a memory 0 enters the small queue again.
  expect(new FlatCache('qdlp:ghost=0', 2).request(0, 1, 2, 0, 3, 4).evicted).toEqual([0, 1, 2, 0]);
});

test('the main queue keeps to its share, and whom it evicts is the next to leave', () => {
  // 0 returns to the main queue, then 1, for which it evicts 0: there is room for both as long as nobody else needs any.
  const cache = new FlatCache('qdlp', 2).request(0, 1, 2, 0, 1);
  expect([...cache.resident]).toEqual([0, 1]);
  expect(cache.request(3).evicted).toEqual([0, 1, 2, 0]);
});

test('a hit on somebody who is about to leave takes it back into the small queue', () => {
  // As before; 0 is hit. 3 evicts it from the small queue, so that it is remembered, and returns to the main queue in place of 3.
  const cache = new FlatCache('qdlp', 2).request(0, 1, 2, 0, 1, 0, 3);
  expect(cache.evicted).toEqual([0, 1, 2, 0]);
  expect(cache.request(0, 4).evicted).toEqual([0, 1, 2, 0, 3, 1]);
});

test('the main queue spares whom it finds hit', () => {
  // 0 stands in the main queue, and is hit. 1 returns to it; there is room for one, and the CLOCK passes over 0 once, which does not help.
  expect(new FlatCache('qdlp', 2).request(0, 1, 2, 0, 0, 1, 3).evicted).toEqual([0, 1, 2, 0]);
  // Room for two: 0 and 2 stand in the main queue, and 0 is hit. 3 returns to it: 0 is older, but 2 is to leave, and does for 5.
  const cache = new FlatCache('qdlp:small=0.34', 3).request(0, 1, 2, 3, 0, 4, 2, 0, 3, 5);
  expect(cache.evicted).toEqual([0, 1, 2, 3, 4, 2]);
});
