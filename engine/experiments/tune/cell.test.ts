import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import { synthesize } from '../../synthesize.ts';
import { simulate } from '../simulate.ts';
import { measureCell } from './cell.ts';

const requests = synthesize('zipf:keys=8000', { requests: 60_000 });
const facts = { keys: requests.universe, bytes: null };
const configuration = resolveConfiguration({ levels: 'L1=200/-/lru,L2=800/-/lru,L3=1600/-/lru' }, facts);
const at = { requests, seen: requests.operations, seed: 1 };

describe('a cell', () => {
  test('on the whole measures what a simulation of the same measures', () => {
    const cache = { levels: 'L1=200/-/lru,L2=800/-/lru,L3=1600/-/lru' };
    const { totals, latencyMs } = simulate({ workload: requests, cache });
    expect(measureCell(at, { configuration, on: { kind: 'whole' } })).toEqual([
      {
        requests: 60_000,
        hitRatio: totals.hitRatio,
        latencyMeanMs: latencyMs.mean,
        latencyP99Ms: latencyMs.p99,
        fetchesPerRequest: totals.misses / 60_000,
      },
    ]);
  });

  test('on a beginning sees no more than that', () => {
    const [measures] = measureCell(at, { configuration, on: { kind: 'prefix', share: 0.25 } });
    expect(measures!.requests).toBe(15_000);
    const half = measureCell({ ...at, seen: 30_000 }, { configuration, on: { kind: 'prefix', share: 0.5 } });
    expect(half).toEqual([measures]);
  });

  test('in miniature comes near the whole with a part of the requests', () => {
    const [whole] = measureCell(at, { configuration, on: { kind: 'whole' } });
    const [small] = measureCell(at, { configuration, on: { kind: 'sample', share: 1 / 3 } });
    expect(small!.requests).toBeLessThan(0.5 * whole!.requests);
    // At full size the sample would fit into 2,600 entries and miss each key once only.
    expect(Math.abs(small!.hitRatio - whole!.hitRatio)).toBeLessThan(0.04);
  });

  test('in miniature keeps the time between two requests for a key, where time follows from the rate', () => {
    const mortal = resolveConfiguration({ levels: 'L1=9000/10s/lru' }, facts);
    const [whole] = measureCell(at, { configuration: mortal, on: { kind: 'whole' } });
    const [small] = measureCell(at, { configuration: mortal, on: { kind: 'sample', share: 1 / 3 } });
    // Nothing is evicted: only the TTL of 10 s, of a minute in all, makes misses. Three times as fast it would make far fewer.
    expect(Math.abs(small!.hitRatio - whole!.hitRatio)).toBeLessThan(0.03);
    const [faster] = measureCell(at, { configuration: { ...mortal, rate: 3 * mortal.rate }, on: { kind: 'whole' } });
    expect(faster!.hitRatio - whole!.hitRatio).toBeGreaterThan(0.06);
  });

  test('on a later part counts that part only, block by block, with the cache warmed by what came before', () => {
    const blocks = measureCell({ ...at, seen: 36_000 }, { configuration, on: { kind: 'later', warmup: 36_000 } });
    expect(blocks).toHaveLength(20);
    expect(blocks.reduce((sum, each) => sum + each.requests, 0)).toBe(24_000);
    const { totals, latencyMs } = simulate({
      workload: requests,
      cache: { levels: 'L1=200/-/lru,L2=800/-/lru,L3=1600/-/lru' },
      warmup: 36_000,
    });
    const mean = (of: (block: (typeof blocks)[number]) => number) =>
      blocks.reduce((sum, each) => sum + of(each), 0) / blocks.length;
    expect(mean(each => each.hitRatio)).toBeCloseTo(totals.hitRatio, 10);
    expect(mean(each => each.latencyMeanMs)).toBeCloseTo(latencyMs.mean, 10);
    expect(mean(each => each.fetchesPerRequest)).toBeCloseTo(totals.originFetches / totals.requests, 10);
  });
});
