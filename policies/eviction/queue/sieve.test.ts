import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { SieveTwin } from '../../../test/eviction/twins/sieve.ts';

describeEvictionPolicy('sieve', () => new SieveTwin());

test('the hand spares visited entries, leaves them where they stand and goes on from there', () => {
  const cache = new FlatCache('sieve', 3).request(0, 1, 2, 0);
  // Queue from the tail: 0 (visited), 1, 2. The hand clears 0 and takes 1; the next sweep begins at 2.
  expect(cache.request(3).evicted).toEqual([1]);
  expect(cache.request(4).evicted).toEqual([1, 2]);
  // Queue from the tail: 0, 3, 4 with the hand at 3: the survivor 0 is older, but lies behind the hand.
  expect(cache.request(5).evicted).toEqual([1, 2, 3]);
});

test('a sweep that passes the head goes on at the tail', () => {
  // As above the hand stands at 2 after taking 1. It clears 2 and 3 and comes around to 0, which it cleared the first time.
  expect(new FlatCache('sieve', 3).request(0, 1, 2, 0, 3, 2, 3, 4).evicted).toEqual([1, 0]);
});

test('after the newest entry was evicted the hand returns to the tail', () => {
  // Everything but 2 is visited, so the sweep passes 0 and 1, takes the head and has no newer neighbour to go on from.
  const cache = new FlatCache('sieve', 3).request(0, 1, 2, 0, 1, 3);
  expect(cache.evicted).toEqual([2]);
  // Queue from the tail: 0, 1, 3, all cleared or new.
  expect(cache.request(4).evicted).toEqual([2, 0]);
});

test('the hand moves on when the entry beneath it is removed', () => {
  const cache = new FlatCache('sieve', 4).request(0, 1, 2, 3);
  // The peek puts the hand on 0; without 0 it stands on 1, the next newer.
  expect(cache.policy.victim(4)).toBe(0);
  cache.remove(0);
  expect(cache.request(4, 5).evicted).toEqual([1]);
});
