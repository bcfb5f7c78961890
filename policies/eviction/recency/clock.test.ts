import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { ClockTwin } from '../../../test/eviction/twins/clock.ts';

describeEvictionPolicy('clock', () => new ClockTwin('evict-first', 1));
describeEvictionPolicy('clock:bits=2', () => new ClockTwin('evict-first', 3));
describeEvictionPolicy('clock:order=insert-first', () => new ClockTwin('insert-first', 1));
describeEvictionPolicy('clock:order=insert-first,bits=3', () => new ClockTwin('insert-first', 7));

test('a used entry gets a second chance, and only one', () => {
  // The hand passes over 0 and takes 1; then 2 and 3 stand before 0, which has no use left.
  const cache = new FlatCache('clock', 3).request(0, 1, 2, 0, 3, 4, 5, 6);
  expect(cache.evicted).toEqual([1, 2, 0, 3]);
});

test('with two bits three uses are worth three passes of the hand, and more uses no more', () => {
  const uses = [0, 0, 0, 0, 0, 0, 0, 0];
  // Each newcomer makes the hand pass over 0 once and takes the other one; at the fourth time 0 has no use left.
  const cache = new FlatCache('clock:bits=2', 2).request(1, ...uses, 2, 3, 4, 5, 6);
  // Ring from the hand: 1, 0. 2 takes 1; ring 0, 2. 3: passes 0, takes 2; ring 0, 3. 4 takes 3; 5 takes 4; 6 takes 0.
  expect(cache.evicted).toEqual([1, 2, 3, 4, 0]);
});

test('when all entries were used the newcomer goes itself if it is inserted first, and the oldest goes otherwise', () => {
  const requests = [0, 1, 0, 1, 2];
  expect(new FlatCache('clock', 2).request(...requests).resident).toEqual(new Set([1, 2]));
  const cache = new FlatCache('clock:order=insert-first', 2).request(...requests);
  expect(cache.resident).toEqual(new Set([0, 1]));
  // The hand has counted the uses off meanwhile, so the next newcomer finds a victim.
  expect(cache.request(3).evicted).toEqual([0]);
});
