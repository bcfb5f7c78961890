import { describe, expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { latencyOverall, totalsOf } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';

/** What renewing entries before or after the end of their lifetime changes on a workload. */
function changes(workload: string, renewal: Options) {
  const requests = generate(workload, 30_000, 1);
  const measured = (options: Options) => {
    const levels = 'L1=50/5s/lru,L2=150/5s/lru,L3=300/5s/lru';
    const cache = { preset: 'exclusive-lru', levels, latency: 'origin=fixed:ms=20', inflight: 'coalesce', ...options };
    const run = replay(requests, resolveConfiguration(cache, factsOf(requests)), { seed: 1, warmup: 6_000 });
    return { ...totalsOf(run, requests), meanMs: latencyOverall(run).mean };
  };
  const [without, renewed] = [measured({}), measured(renewal)];
  return {
    latency: renewed.meanMs / without.meanMs - 1,
    fetches: renewed.originFetches / without.originFetches - 1,
    hits: renewed.hits - without.hits,
    stale: renewed.staleAnswers ?? 0,
  };
}

const AHEAD = { prediction: 'ttl-refresh' };
const AFTERWARDS = { staleWhileRevalidate: '5s' };

describe('where all keys fit and lifetimes are short', () => {
  const WORKLOAD = 'zipf:keys=300,alpha=0.7';

  it('refreshing ahead saves half of the latency, for a seventh more fetches and nothing stale', () => {
    const { latency, fetches, stale } = changes(WORKLOAD, AHEAD);
    expect(latency).toBeLessThan(-0.5);
    expect(fetches).toBeGreaterThan(0.14);
    expect(stale).toBe(0);
  });

  it('stale-while-revalidate saves two thirds of it for not one fetch more, and 5 % of the answers are stale', () => {
    const { latency, fetches, hits, stale } = changes(WORKLOAD, AFTERWARDS);
    expect(latency).toBeLessThan(-0.66);
    expect([fetches, hits]).toEqual([0, 0]);
    expect(stale / 24_000).toBeGreaterThan(0.05);
  });
});

describe('where the hot set is replaced before lifetimes end', () => {
  const WORKLOAD = 'shifting-hotspot:keys=1000,hot=50,period=500';

  it('refreshing ahead fetches what nobody asks for any more', () => {
    const { latency, fetches } = changes(WORKLOAD, AHEAD);
    expect(latency).toBeGreaterThan(0);
    expect(fetches).toBeGreaterThan(0.04);
  });

  it('stale-while-revalidate keeps what nobody asks for any more, which costs hits', () => {
    const { latency, fetches, hits } = changes(WORKLOAD, AFTERWARDS);
    expect(latency).toBeGreaterThan(0);
    expect(fetches).toBeGreaterThan(0.02);
    expect(hits).toBeLessThan(-50);
  });
});
