import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';

describeEvictionPolicy('random');

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
