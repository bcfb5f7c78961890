import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { synthesize } from '../synthesize.ts';
import { replayInBlocks, type Sums, sumsOf } from './blocks.ts';
import { replay } from './replay.ts';

const requests = synthesize('ml-pipeline', { requests: 70_000 });
const cache = (policy: string) =>
  resolveConfiguration(
    { preset: 'exclusive-lru', levels: `L1=20/5m/${policy},L2=200/15m/${policy}` },
    { keys: requests.universe, bytes: requests.bytes, timed: true },
  );
const ONCE = { seed: 1, warmup: 0 };
const total = (blocks: readonly Sums[], name: keyof Sums) => blocks.reduce((sum, block) => sum + block[name], 0);

describe('a run divided into blocks', () => {
  it.each(['lru', 'opt'])('counts with %s what the undivided run counts, each request in one block', policy => {
    expect(requests.operations).toBeGreaterThan(BATCH_LENGTH);
    const whole = sumsOf(replay(requests, cache(policy), ONCE));
    const { blocks } = replayInBlocks(requests, cache(policy), ONCE, 50);
    expect(blocks).toHaveLength(50);
    for (const name of ['requests', 'hits', 'bytesHit', 'fetches', 'stale', 'moved'] as const)
      expect(total(blocks, name), name).toBe(whole[name]);
    expect(total(blocks, 'latencyMs')).toBeCloseTo(whole.latencyMs, 4);
    expect(new Set(blocks.slice(0, -1).map(each => each.requests)).size).toBe(1);
    expect(new Set(blocks.map(each => each.latencyMs)).size).toBe(50);
  });

  it('has no block of the warm-up, and nothing of it in the first', () => {
    const { run, blocks } = replayInBlocks(requests, cache('lru'), { seed: 1, warmup: 30_000 }, 10);
    expect(blocks).toHaveLength(10);
    expect(total(blocks, 'requests')).toBe(requests.gets - 30_000);
    expect(blocks.every(each => each.fetches >= 0 && each.fetches <= each.requests)).toBe(true);
    expect(total(blocks, 'requests') - total(blocks, 'hits')).toBe(run.misses);
  });

  it('counts gets alone, and has no block where there are none', () => {
    const recorder = new Recorder(['op']);
    for (let i = 0; i < 10; i++) recorder.add(i, { op: i < 5 ? SET : 0 });
    const { blocks } = replayInBlocks(recorder.finish(), cache('lru'), ONCE, 2);
    expect(blocks).toEqual([
      expect.objectContaining({ requests: 3, hits: 0 }),
      expect.objectContaining({ requests: 2, hits: 0 }),
    ]);
    const sets = new Recorder(['op']);
    sets.add(0, { op: SET });
    expect(replayInBlocks(sets.finish(), cache('lru'), ONCE, 2).blocks).toEqual([]);
  });
});
