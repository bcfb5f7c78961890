import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { WindowTinyLfuTwin } from '../../../test/eviction/twins/w-tinylfu.ts';

const defaults = { window: 0.01, protected: 0.8, sample: 10, climb: false };
// What the sketch has counted for a number, it has counted for whoever gets that number next.
const options = { hashesIds: true };
describeEvictionPolicy('w-tinylfu', context => new WindowTinyLfuTwin(context, defaults), options);
describeEvictionPolicy(
  'w-tinylfu:window=0.4,protected=0.5,sample=2',
  context => new WindowTinyLfuTwin(context, { window: 0.4, protected: 0.5, sample: 2, climb: false }),
  options,
);
describeEvictionPolicy(
  'w-tinylfu:window=0.3,sample=0.5,climb=simple',
  context => new WindowTinyLfuTwin(context, { window: 0.3, protected: 0.8, sample: 0.5, climb: true }),
  options,
);

test('remembers the newcomer that it has judged last, and nobody else who is not resident', () => {
  const { policy } = new FlatCache('w-tinylfu', 2).request(0, 1, 2);
  policy.victim(3);
  expect([3, 4].map(id => policy.remembers!(id))).toEqual([true, false]);
  policy.victim(4);
  expect([3, 4].map(id => policy.remembers!(id))).toEqual([false, true]);
});

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('a scan passes through the window and never reaches the main cache', () => {
  // Capacity 10: one entry in the window, nine in the main cache. 0 … 9 are requested twice, the scan's ids once: none of them
  // exceeds the victim, not even 9, which stood in the window.
  const cache = new FlatCache('w-tinylfu', 10).request(...range(0, 10), ...range(0, 10), ...range(20, 30));
  expect(cache.evicted).toEqual([9, ...range(20, 29)]);
});

test('a candidate that was requested more often than the victim of the main cache takes its place', () => {
  // 9 stands in the window and is hit there; 0, at the tail of the probationary segment, was requested once.
  expect(new FlatCache('w-tinylfu', 10).request(...range(0, 10), 9, 10).evicted).toEqual([0]);
});

test('entries that were hit in the main cache are behind those that were not', () => {
  // Nine in the main cache, of whom 0 is protected: 1 is the victim, and 9, which was hit in the window, takes its place.
  expect(new FlatCache('w-tinylfu', 10).request(...range(0, 10), 0, 9, 10).evicted).toEqual([1]);
});

test('without a window a newcomer is refused until it was requested more often than the victim', () => {
  // 0 and 1 were requested twice. The first two requests for 2 are refused, the third exceeds them.
  const cache = new FlatCache('w-tinylfu:window=0', 2).request(0, 0, 1, 1, 2, 2);
  expect(cache.evicted).toEqual([]);
  expect(cache.request(2).evicted).toEqual([0]);
});

test('a warm candidate may be admitted by chance', () => {
  // All residents were requested seven times. 40 is refused until it was requested six times; then the die, which shows 0
  // here, lets it in.
  const residents = range(0, 32).flatMap(id => Array<number>(7).fill(id));
  const cache = new FlatCache('w-tinylfu:window=0,protected=0,sample=100', 32).request(...residents);
  expect(cache.request(40, 40, 40, 40, 40).evicted).toEqual([]);
  expect(cache.request(40).evicted).toEqual([0]);
});

test('the hill climber takes a step after every sample', () => {
  // Capacity 16: four in the window, oldest 12, when 16 is the first to need room; frequencies have just been halved to 0, so 12
  // leaves. With the 15 hits that follow a sample is complete: the window shrinks by a sixteenth of the cache, and its oldest,
  // 13, goes back to the end of the probationary segment. 14 is the next candidate, and no more frequent than 13.
  const requests = [...range(0, 16), ...Array<number>(16).fill(16), 17];
  const climbing = new FlatCache('w-tinylfu:window=0.25,sample=1,climb=simple', 16).request(...requests);
  expect(climbing.evicted).toEqual([12, 14]);
  expect(new FlatCache('w-tinylfu:window=0.25,sample=1', 16).request(...requests).evicted).toEqual([12, 13]);
});
