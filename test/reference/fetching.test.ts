import { describe, expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { totalsOf } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { Recorder } from '../../workloads/recorder.ts';

/** Defects of the public implementation that show only where fetches take time. */
const REFERENCE = 'reference';
const DEFAULT = 'tierlab';

function run(records: readonly (readonly [time: number, id: number])[], options: Options) {
  const recorder = new Recorder(['time']);
  for (const [time, id] of records) recorder.add(id, { time });
  const requests = recorder.finish();
  const configuration = resolveConfiguration(
    { latency: 'origin=fixed:ms=100', partitions: 'none', ...options },
    factsOf(requests),
  );
  const result = replay(requests, configuration, { seed: 1, warmup: 0 });
  return { ...totalsOf(result, requests), prefetches: result.prefetcher?.counts };
}

describe('B9: prediction', () => {
  /** Three keys a second apart, always in the same order; the caches hold one, for half a minute. */
  const walk = Array.from({ length: 300 }, (_, i) => [i, i % 3] as const);
  const levels = 'L1=1/30s/lru';

  it('is absent from the reference: it misses the last time as it did the first', () => {
    const { hits, misses, prefetches } = run(walk, { preset: REFERENCE, levels });
    expect({ hits, misses, prefetches }).toEqual({ hits: 0, misses: 300, prefetches: undefined });
  });

  it('fetches what follows before it is asked for, where the default design is told to predict', () => {
    const { hits, misses, prefetches } = run(walk, { preset: DEFAULT, levels, prediction: 'markov:throttle=false' });
    // Two rounds to learn what follows each of the three, and the first request of the third to be told.
    expect({ hits, misses }).toEqual({ hits: 300 - 7, misses: 7 });
    expect(prefetches).toMatchObject({ useful: 293 });
  });
});

describe('B18: single flight', () => {
  /** A hundred clients want the same key within a tenth of the time that a fetch takes. */
  const crowd = Array.from({ length: 100 }, (_, i) => [i / 10_000, 7] as const);

  it('is absent from the reference: its preset takes no time for fetches, and where they take some everybody begins one', () => {
    const { originFetches, delayedHits } = run(crowd, { preset: REFERENCE, inflight: 'stampede' });
    expect({ originFetches, delayedHits }).toEqual({ originFetches: 100, delayedHits: 0 });
  });

  it('is what the default does: one asks, the others wait', () => {
    const { originFetches, delayedHits } = run(crowd, { preset: DEFAULT });
    expect({ originFetches, delayedHits }).toEqual({ originFetches: 1, delayedHits: 99 });
  });
});
