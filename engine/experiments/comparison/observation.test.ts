import { expect, it } from 'vitest';
import { type Details, Recorder } from '../../../workloads/recorder.ts';
import { SET } from '../../../workloads/requests.ts';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import { METRICS } from '../../documents/compare.ts';
import { randomStream } from '../../random.ts';
import { generate } from '../../runners/generate.ts';
import { blocksOf, joined, observe, observeBlocks } from './observation.ts';

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** Skewed gets of sized keys, and a set after every tenth. */
function recorded(gets: number) {
  const random = randomStream(1, 'test');
  const recorder = new Recorder(['size', 'op']);
  for (let i = 0; i < gets; i++) {
    const key = Math.floor(200 * random() ** 2);
    recorder.add(key, { size: 100 + key });
    if (i % 10 === 0) recorder.add(Math.floor(200 * random()), { size: 150, op: SET } satisfies Details);
  }
  return recorder.finish();
}

const REFERENCE = { preset: 'reference', levels: 'L1=10/1s/lru,L2=20/3s/lru,L3=30/5s/lru' };

it.each([0, 333])('the mean over the blocks of a run is what the whole run measured (warm-up %d)', warmup => {
  const requests = recorded(4_007);
  const facts = { keys: requests.universe, bytes: requests.bytes };
  const configuration = resolveConfiguration(REFERENCE, facts);
  const { observation: whole } = observe(requests, configuration, { seed: 1, warmup });
  const { observation: blocks, whole: sum } = observeBlocks(requests, configuration, { seed: 1, warmup });
  // Also what is no mean of blocks: p99.
  for (const metric of METRICS) expect(sum[metric], metric).toBeCloseTo(whole[metric]![0]!, 9);
  expect(whole.staleHits![0]).toBeGreaterThan(0);
  for (const metric of ['hitRatio', 'byteHitRatio', 'latencyMeanMs', 'originFetches', 'moved', 'staleHits'] as const) {
    expect(blocks[metric]).toHaveLength(20);
    expect(mean(blocks[metric]!), metric).toBeCloseTo(whole[metric]![0]!, 9);
    expect(new Set(blocks[metric]).size, metric).toBeGreaterThan(5);
  }
  expect(blocks.memory).toEqual(Array(20).fill(60));
  expect(whole.memory).toEqual([60]);
});

it('expired entries that were answered are stale hits there, over all blocks as in the whole run', () => {
  const requests = recorded(4_007);
  const facts = { keys: requests.universe, bytes: requests.bytes };
  const options = { levels: 'L1=100/1s/lru,L2=150/1s/lru', staleWhileRevalidate: '2s' };
  const configuration = resolveConfiguration(options, facts);
  const { observation, whole } = observeBlocks(requests, configuration, { seed: 1, warmup: 0 });
  expect(whole.staleHits).toBeGreaterThan(100);
  for (const metric of ['hitRatio', 'byteHitRatio', 'originFetches', 'staleHits'] as const)
    expect(mean(observation[metric]!), metric).toBeCloseTo(whole[metric]!, 9);
});

it('a block has the latencies of its own requests', () => {
  // Two keys, then new ones only: the first half hits in the only level, 0.02 ms; the second goes to the origin.
  const recorder = new Recorder([]);
  for (let i = 0; i < 100; i++) recorder.add(i % 2);
  for (let i = 0; i < 100; i++) recorder.add(2 + i);
  const configuration = resolveConfiguration(
    { levels: 'L1=10/-/lru', latency: 'origin=fixed:ms=5' },
    { keys: 102, bytes: null },
  );
  const { observation } = observeBlocks(recorder.finish(), configuration, { seed: 1, warmup: 10 });
  // 190 requests in 19 blocks of 10, of which the first nine hit.
  expect(observation.latencyP99Ms).toHaveLength(19);
  for (const [block, p99] of observation.latencyP99Ms!.entries()) expect(p99).toBeCloseTo(block < 9 ? 0.02 : 5.02, 1);
});

it('fetches that are under way when requests end belong to the last block', () => {
  const requests = generate('periodic:keys=50', 2_000, 1);
  const configuration = resolveConfiguration(
    { levels: 'L1=20/-/lru', inflight: 'stampede' },
    { keys: 50, bytes: null, timed: true },
  );
  const whole = observe(requests, configuration, { seed: 1, warmup: 0 }).observation;
  const blocks = observeBlocks(requests, configuration, { seed: 1, warmup: 0 }).observation;
  expect(mean(blocks.originFetches!)).toBeCloseTo(whole.originFetches![0]!, 9);
});

it.each([
  [40, 20],
  [41, 14],
  [1_000_000, 20],
  [999, 20],
])('%d requests are cut into %d blocks', (gets, blocks) => {
  // Blocks of ⌈gets / 20⌉: 41 are 13 blocks of three and one of two.
  expect(blocksOf(gets)).toBe(blocks);
});

it('single runs are joined metric by metric, and a metric that one lacks is left out', () => {
  expect(joined([{ hitRatio: [0.1], byteHitRatio: [0.2] }, { hitRatio: [0.3] }])).toEqual({ hitRatio: [0.1, 0.3] });
});
