import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';
import { SlruNTwin } from '../../../test/eviction/twins/slru-n.ts';

describeEvictionPolicy('slru-n', context => new SlruNTwin(context, 4));
describeEvictionPolicy('slru-n:segments=2', context => new SlruNTwin(context, 2));
describeEvictionPolicy('slru-n:segments=1', () => new RecencyTwin('oldest'));

test('newcomers fill the upper segments too, while there is room', () => {
  // Two segments of two: 0 and 1 enter the lower one, 2 and 3 the upper one, where they outlast 4.
  const cache = new FlatCache('slru-n:segments=2', 4).request(0, 1, 2, 3, 4, 5, 6);
  expect(cache.evicted).toEqual([0, 1, 4]);
});

test('overflow cools down to the head of the segment below', () => {
  // As above. 0 goes up, for which 2 falls behind 1; 3 is the next to fall when 1 goes up.
  const cache = new FlatCache('slru-n:segments=2', 4).request(0, 1, 2, 3, 0, 1, 4, 5);
  expect(cache.evicted).toEqual([2, 3]);
});

test('a hit sends away what overflows the lowest segment, although nobody needs its room', () => {
  // Three entries, two segments of one: 0 enters the lower one, 1 the upper one, and 2 the lower one beyond its share. When 2 goes
  // up, 1 falls upon 0, which leaves. The next newcomer finds room.
  const cache = new FlatCache('slru-n:segments=2', 3).request(0, 1, 2);
  expect(cache.evicted).toEqual([]);
  expect(cache.request(2).evicted).toEqual([0]);
  expect(cache.request(3).resident).toEqual(new Set([1, 2, 3]));
});

test('a hit that pushes nobody into the lowest segment sends nobody away', () => {
  // As above. The hit on 1 finds it at the top already; 0 and 2 stay together in a segment of one.
  expect(new FlatCache('slru-n:segments=2', 3).request(0, 1, 2, 1).evicted).toEqual([]);
});

test('a large entry that cools down may send several away', () => {
  // Two segments of four bytes. 0, 1 and 2 have one byte each, 3 fills the upper segment. When 0 goes up, 3 falls upon 1 and 2.
  const cache = new FlatCache('slru-n:segments=2', 8, [1, 1, 1, 4]).request(0, 1, 2, 3, 0);
  expect(cache.evicted).toEqual([1, 2]);
});

test('an entry larger than a segment is refused', () => {
  expect(new FlatCache('slru-n:segments=2', 8, [5, 4]).request(0, 1).resident).toEqual(new Set([1]));
  expect(new FlatCache('slru-n:segments=1', 8, [5, 4]).request(0).resident).toEqual(new Set([0]));
});

test('with more segments than entries each has room for one', () => {
  // Three hits take 0 to the top; 1 enters the lowest segment, and makes room for 2.
  expect(new FlatCache('slru-n', 2).request(0, 0, 0, 0, 1, 2).evicted).toEqual([1]);
});
