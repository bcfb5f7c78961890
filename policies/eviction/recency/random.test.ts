import { expect, test } from 'vitest';
import { buildEviction } from '../../../engine/build-policy.ts';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';

describeEvictionPolicy('random');

test('draws anew for another newcomer after one that was refused', () => {
  const draws = [0.1, 0.9, 0.5];
  const residents = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const random = buildEviction('random', 'test', {
    capacity: 10,
    universe: 20,
    sizes: null,
    random: () => draws.shift()!,
    nextAccess: null,
    expiresAt: null,
  });
  for (const id of residents) random.insert(id);
  // 0.1 of ten entries in the order of their coming is 1, 0.9 is 9: whom 10 was compared with 11 need not meet.
  expect([random.victim(10), random.victim(10), random.victim(11), random.evict(11)]).toEqual([1, 1, 9, 9]);
});

test('misses as often as FIFO when requests are independent', async () => {
  // E. Gelenbe, A unified approach to the evaluation of a class of replacement algorithms, IEEE Trans. Computers 22(6), 1973:
  // under independent references RANDOM and FIFO have the same hit ratio. libCacheSim's FIFO misses (test/fixtures/golden.csv), at
  // sizes where filling the cache is a small part of the trace:
  const fifo = { 173: 114_280, 869: 87_884, 1739: 74_046 };
  const requests = await trace('zipf0.9_20k_150k');
  for (const [capacity, misses] of Object.entries(fifo)) {
    const measured = replay(requests, 'random', { unit: 'entries', capacity: Number(capacity) }).misses;
    expect(measured / misses, `at ${capacity}`).toBeCloseTo(1, 2);
  }
});
