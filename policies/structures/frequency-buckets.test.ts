import { expect, test } from 'vitest';
import { FrequencyBuckets } from './frequency-buckets.ts';

function drain(buckets: FrequencyBuckets, count: number): number[] {
  return Array.from({ length: count }, () => {
    const id = buckets.leastUsed;
    buckets.remove(id);
    return id;
  });
}

test('ids come in order of their counts, however many counts there are', () => {
  const ids = Array.from({ length: 300 }, (_, i) => i);
  const buckets = new FrequencyBuckets(300);
  for (const id of ids) buckets.add(id);
  // Id k gets 300 - k uses.
  for (const id of ids) for (let use = 1; use < 300 - id; use++) buckets.increment(id);
  expect(drain(buckets, 300)).toEqual(ids.toReversed());
});

test('within a count ids come in the order in which they reached it', () => {
  const buckets = new FrequencyBuckets(4);
  for (const id of [0, 1, 2, 3]) buckets.add(id);
  for (const id of [2, 0, 3]) buckets.increment(id);
  expect(drain(buckets, 4)).toEqual([1, 2, 0, 3]);
});

test('a removed id may be added again, with one use', () => {
  const buckets = new FrequencyBuckets(2);
  buckets.add(0);
  buckets.increment(0);
  buckets.add(1);
  buckets.increment(1);
  buckets.remove(1);
  buckets.add(1);
  expect(drain(buckets, 2)).toEqual([1, 0]);
});

test('the most used id is the one that reached the highest count first', () => {
  const buckets = new FrequencyBuckets(4);
  for (const id of [0, 1, 2, 3]) buckets.add(id);
  expect(buckets.mostUsed).toBe(0);
  for (const id of [2, 1]) buckets.increment(id);
  expect(buckets.mostUsed).toBe(2);
  buckets.remove(2);
  expect(buckets.mostUsed).toBe(1);
  buckets.remove(1);
  expect(buckets.mostUsed).toBe(0);
});

test('an id may be added with the uses that it is known to have had', () => {
  const buckets = new FrequencyBuckets(5);
  buckets.add(0);
  buckets.add(1, 3);
  buckets.add(2, 2);
  buckets.add(3, 3);
  buckets.increment(2);
  buckets.add(4, 2);
  // One use: 0. Two: 4. Three, in the order of arrival: 1, 3, 2.
  expect(drain(buckets, 5)).toEqual([0, 4, 1, 3, 2]);
});

test('of the least used ids, the latest is the one that reached the count last', () => {
  const buckets = new FrequencyBuckets(3);
  for (const id of [0, 1, 2]) buckets.add(id);
  expect(buckets.latestOfLeastUsed).toBe(2);
  for (const id of [1, 2]) buckets.increment(id);
  expect(buckets.latestOfLeastUsed).toBe(0);
  buckets.increment(0);
  expect(buckets.latestOfLeastUsed).toBe(0);
});
