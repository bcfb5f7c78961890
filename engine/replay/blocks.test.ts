import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { synthesize } from '../synthesize.ts';
import { BlockSums, blockEnds, sumsOf } from './blocks.ts';
import { replay } from './replay.ts';

const requests = synthesize('ml-pipeline', { requests: 70_000 });

function inBlocks(policy: string, blocks: number, warmup = 0) {
  const facts = { keys: requests.universe, bytes: requests.bytes, timed: true };
  const options = { preset: 'exclusive-lru', levels: `L1=20/5m/${policy},L2=200/15m/${policy}` };
  const configuration = resolveConfiguration(options, facts);
  const sums = new BlockSums(requests, warmup, blocks);
  const run = replay(requests, configuration, { seed: 1, warmup, stops: sums.stops, onStop: sums.onStop });
  return { blocks: sums.of(run), whole: sumsOf(replay(requests, configuration, { seed: 1, warmup })) };
}

describe('a run divided into blocks', () => {
  it.each(['lru', 'opt'])('counts with %s what the undivided run counts, each request in one block', policy => {
    expect(requests.operations).toBeGreaterThan(BATCH_LENGTH);
    const { blocks, whole } = inBlocks(policy, 50);
    expect(blocks).toHaveLength(50);
    const total = (name: keyof typeof whole) => blocks.reduce((sum, block) => sum + block[name], 0);
    for (const name of ['requests', 'hits', 'fetches', 'stale'] as const) expect(total(name)).toBe(whole[name]);
    expect(total('latencyMs')).toBeCloseTo(whole.latencyMs, 4);
  });

  it('has no block of the warm-up, and nothing of it in the first', () => {
    const { blocks } = inBlocks('lru', 10, 30_000);
    expect(blocks.map(each => each.requests)).toEqual(new Array(10).fill(4_000));
    expect(blocks.every(each => each.fetches > 0 && each.fetches <= each.requests)).toBe(true);
  });

  it('ends each block with a get, whatever stands between', () => {
    const recorder = new Recorder(['op']);
    for (let i = 0; i < 10; i++) recorder.add(i, { op: i % 2 === 0 ? SET : 0 });
    const mixed = recorder.finish();
    // The gets are records 1, 3, 5, 7 and 9.
    expect(blockEnds(mixed, 0, 2)).toEqual([5, 9]);
    expect(blockEnds(mixed, 1, 4)).toEqual([3, 5, 7, 9]);
  });
});
