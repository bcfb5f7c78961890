import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';
import { type Rank, SampleRankingTwin } from '../../../test/eviction/twins/sample-ranking.ts';

const ranks: Readonly<Record<string, Rank>> = {
  lru: entry => entry.usedAt,
  mru: entry => -entry.usedAt,
  fifo: entry => entry.insertedAt,
  lfu: entry => entry.uses,
  mfu: entry => -entry.uses,
  hyperbolic: (entry, now) => entry.uses / (now - entry.insertedAt),
};

for (const [of, rank] of Object.entries(ranks))
  describeEvictionPolicy(`sampled:of=${of}`, context => new SampleRankingTwin(context, 8, rank));
describeEvictionPolicy('sampled:size=2', context => new SampleRankingTwin(context, 2, ranks.lru!));

test('with many samples it misses as often as the order that it samples, with one as often as random', async () => {
  const requests = await trace('zipf0.9_20k_150k');
  const misses = (spec: string) => replay(requests, spec, { unit: 'entries', capacity: 50 }).misses;
  // 300 draws among 50 leave one out with a chance of e^-6: LRU is followed in all but one eviction of 400.
  expect(misses('sampled:size=300') / misses('lru')).toBeCloseTo(1, 2);
  expect(misses('sampled:size=1') / misses('random')).toBeCloseTo(1, 2);
  expect(misses('random') / misses('lru')).toBeGreaterThan(1.02);
});
