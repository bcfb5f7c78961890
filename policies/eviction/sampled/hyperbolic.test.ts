import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';
import { type Rank, SampleRankingTwin } from '../../../test/eviction/twins/sample-ranking.ts';

const usesPerTime: Rank = (entry, now) => entry.uses / (now - entry.insertedAt);

describeEvictionPolicy('hyperbolic', context => new SampleRankingTwin(context, 64, usesPerTime));
describeEvictionPolicy('hyperbolic:samples=3', context => new SampleRankingTwin(context, 3, usesPerTime));

test('one use a short time ago is worth more than two uses in a long time', () => {
  // When 3 comes, 0 has 2 uses in 7 requests, 1 has 4 in 5, 2 has 1 in 1: 0 leaves, so 2 and 1 are hits afterwards. LFU evicts 2.
  const ids = Int32Array.of(0, 0, 1, 1, 1, 1, 2, 3, 2, 1);
  const misses = (spec: string) =>
    replay({ ids, universe: 4, sizes: null }, spec, { unit: 'entries', capacity: 3 }).misses;
  expect(misses('hyperbolic')).toBe(4);
  expect(misses('lfu')).toBe(5);
});

test('the fewer it draws, the more often good entries leave', async () => {
  const requests = await trace('zipf0.9_20k_150k');
  const misses = (samples: number) =>
    replay(requests, `hyperbolic:samples=${samples}`, { unit: 'entries', capacity: 869 }).misses;
  expect(misses(64)).toBeLessThan(0.95 * misses(2));
});
