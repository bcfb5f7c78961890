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

test('the main queue keeps to its share, and evicts for whoever enters it although the cache has room', () => {
  // 2 evicts 0, which returns to the main queue for 1. When 1 returns too, it takes the room of 2, and the place of 0.
  const cache = new FlatCache('qdlp', 2).request(0, 1, 2, 0, 1);
  expect(cache.evicted).toEqual([0, 1, 2, 0]);
  expect(cache.request(3).resident).toEqual(new Set([1, 3]));
});

test('whom the main queue gave up, but nobody evicted, leaves at the next request, unless that is its own', () => {
  // 0 is in the main queue, 2 in the small one, and hit: room for 3 would be that of 0, in whose place 2 moves.
  const asked = () => {
    const cache = new FlatCache('qdlp', 2).request(0, 1, 2, 0, 2);
    expect(cache.policy.victim(3)).toBe(0);
    return cache;
  };
  expect(asked().request(2).resident).toEqual(new Set([2]));
  expect(asked().request(0).resident).toEqual(new Set([0, 2]));
  // It went back to the small queue, so that 4 evicts it and it is remembered: it returns to the main queue, in place of 2.
  expect(asked().request(0, 4, 0).evicted).toEqual([0, 1, 0, 4, 2]);
});

test('the main queue spares whom it finds hit', () => {
  // 0 stands in the main queue, and is hit. 1 returns to it; there is room for one, and the CLOCK passes over 0 once, which does not help.
  expect(new FlatCache('qdlp', 2).request(0, 1, 2, 0, 0, 1).evicted).toEqual([0, 1, 2, 0]);
  // Room for two: 0 and 2 stand in the main queue, and 0 is hit. 3 returns to it: 0 is older, but 2 leaves.
  const cache = new FlatCache('qdlp:small=0.34', 3).request(0, 1, 2, 3, 0, 4, 2, 0, 3);
  expect(cache.evicted).toEqual([0, 1, 2, 3, 4, 2]);
});
