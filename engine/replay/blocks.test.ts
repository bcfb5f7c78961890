import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { synthesize } from '../synthesize.ts';
import { Blocks } from './blocks.ts';
import { replay, sumsOf } from './replay.ts';

const requests = synthesize('ml-pipeline', { requests: 70_000 });
const cache = (policy: string) =>
  resolveConfiguration(
    { preset: 'exclusive-lru', levels: `L1=20/5m/${policy},L2=200/15m/${policy}` },
    { keys: requests.universe, bytes: requests.bytes, timed: true },
  );
const ONCE = { seed: 1, warmup: 0 };

describe('a run divided into blocks', () => {
  it('has all records once, in their order, and every column goes along', () => {
    // Blocks of 10,000 or so, so that one of them lies across the edge between two batches.
    const blocks = new Blocks(requests, 7);
    expect(requests.operations).toBeGreaterThan(BATCH_LENGTH);
    const columns = (list: Iterable<(typeof requests.batches)['at'] extends (i: number) => infer B ? B : never>) =>
      [...list].flatMap(batch =>
        Array.from(batch!.id, (id, i) => `${id} ${batch!.time?.[i]} ${batch!.op?.[i]} ${batch!.type?.[i]}`),
      );
    expect(columns(blocks)).toEqual(columns(requests.batches));
    expect(columns(Array.from({ length: blocks.length }, (_, i) => blocks.at(i)))).toEqual(columns(requests.batches));
  });

  it.each(['lru', 'opt'])('counts with %s what the undivided run counts, each request in one block', policy => {
    const whole = sumsOf(replay(requests, cache(policy), ONCE));
    const { blocks } = replay(requests, cache(policy), { ...ONCE, blocks: 50 });
    expect(blocks).toHaveLength(50);
    const total = (name: keyof typeof whole) => blocks.reduce((sum, block) => sum + block[name], 0);
    for (const name of ['requests', 'hits', 'fetches', 'stale'] as const) expect(total(name)).toBe(whole[name]);
    expect(total('latencyMs')).toBeCloseTo(whole.latencyMs, 4);
  });

  it('has no block of the warm-up, and nothing of it in the first', () => {
    const { blocks, misses } = replay(requests, cache('lru'), { seed: 1, warmup: 30_000, blocks: 10 });
    expect(blocks.length).toBeLessThan(8);
    expect(blocks.reduce((sum, each) => sum + each.requests, 0)).toBe(requests.gets - 30_000);
    expect(blocks.every(each => each.fetches >= 0 && each.fetches <= each.requests)).toBe(true);
    expect(blocks.reduce((sum, each) => sum + each.requests - each.hits, 0)).toBe(misses);
  });

  it('leaves a block out in which nobody asks for anything', () => {
    const recorder = new Recorder(['op']);
    for (let i = 0; i < 10; i++) recorder.add(i, { op: i < 5 ? SET : 0 });
    const { blocks } = replay(recorder.finish(), cache('lru'), { ...ONCE, blocks: 2 });
    expect(blocks).toEqual([expect.objectContaining({ requests: 5, hits: 0 })]);
  });
});
