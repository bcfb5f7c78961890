import { describe, expect, it } from 'vitest';
import { type Details, Recorder } from '../../workloads/recorder.ts';
import { DELETE, SET } from '../../workloads/requests.ts';
import { factsOf, resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { latencyOverall, totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';

/** Levels answer at once, a fetch takes one second, so that every wait is read off the times. */
const CACHE: Options = { preset: 'flat', levels: 'L1=9/-/lru', latency: 'L1=fixed:ms=0,origin=fixed:ms=1000' };

type Step = readonly [time: number, id: number, details?: Details];

function run(steps: readonly Step[], options: Options = {}) {
  const columns = new Set(['time' as const, ...steps.flatMap(([, , details]) => Object.keys(details ?? {}))]);
  // The keys of details are columns.
  const recorder = new Recorder([...columns] as ConstructorParameters<typeof Recorder>[0]);
  for (const [time, id, details] of steps) recorder.add(id, { ...details, time });
  const requests = recorder.finish();
  const configuration = resolveConfiguration({ ...CACHE, ...options }, factsOf(requests));
  const result = replay(requests, configuration, { seed: 1, warmup: 0 });
  return { ...totalsOf(result, requests), latency: latencyOverall(result), ...result.hierarchy.levels[0]! };
}

describe('a request whose data is on its way', () => {
  const STEPS: Step[] = [
    [0, 7],
    [0.25, 7],
    [0.75, 7],
    [1.5, 7],
  ];

  it('waits for what is left of the fetch, and is a miss', () => {
    const { hits, misses, delayedHits, originFetches, latency } = run(STEPS);
    expect({ hits, misses, delayedHits, originFetches }).toEqual({
      hits: 1,
      misses: 3,
      delayedHits: 2,
      originFetches: 1,
    });
    // 1,000, 750 and 250 ms, and nothing.
    expect(latency.mean).toBeCloseTo(500, 6);
  });

  it('in a stampede begins a fetch of its own, and the entry is there when the first is done', () => {
    const { hits, misses, delayedHits, originFetches, peakInFlight, latency } = run(STEPS, { inflight: 'stampede' });
    expect({ hits, misses, delayedHits, originFetches, peakInFlight }).toEqual({
      hits: 1,
      misses: 3,
      delayedHits: 0,
      originFetches: 3,
      peakInFlight: 3,
    });
    expect(latency.mean).toBeCloseTo(750, 6);
  });

  it('is a hit where fetches take no time', () => {
    const { hits, misses, delayedHits, originFetches, peakInFlight } = run(STEPS, { inflight: 'off' });
    expect({ hits, misses, delayedHits, originFetches, peakInFlight }).toEqual({
      hits: 3,
      misses: 1,
      delayedHits: 0,
      originFetches: 1,
      peakInFlight: undefined,
    });
  });

  it('asks by itself where nobody fills the cache', () => {
    expect(run(STEPS, { fill: 'none' })).toMatchObject({
      misses: 4,
      delayedHits: 0,
      originFetches: 4,
      residents: 0,
    });
  });
});

describe('what was fetched', () => {
  it('enters the cache when the fetch is done: entries that came later are older', () => {
    // Two entries of room: 1 is set at 0.5, 0 comes at 1, and 2 pushes out the older of them at 2.5: 1.
    const { hits } = run(
      [
        [0, 0],
        [0.5, 1, { op: SET }],
        [2.5, 2, { op: SET }],
        [3, 0],
      ],
      { levels: 'L1=2/-/lru' },
    );
    expect(hits).toBe(1);
  });

  it('lives from then on', () => {
    const lives = (time: number) =>
      run(
        [
          [0, 0],
          [time, 0],
        ],
        { levels: 'L1=2/2s/lru' },
      ).hits;
    expect([lives(3), lives(3.001)]).toEqual([1, 0]);
  });

  it('does not enter when its data was deleted meanwhile, and nobody joins', () => {
    const steps: Step[] = [
      [0, 0],
      [0.5, 0, { op: DELETE }],
      [0.75, 0],
      [1.5, 0],
    ];
    // The second get starts anew and is done at 1.75, so the third joins it.
    const { misses, delayedHits, originFetches } = run(steps);
    expect({ misses, delayedHits, originFetches }).toEqual({ misses: 3, delayedHits: 1, originFetches: 2 });
  });

  it('does not replace what was set meanwhile', () => {
    // Set at 0.5 with three seconds to live: alive at 3.5, which what was fetched at 1 with a lifetime of one is not.
    const steps: Step[] = [
      [0, 0, { ttl: 1 }],
      [0.5, 0, { op: SET, ttl: 3 }],
      [3.5, 0, { ttl: 1 }],
    ];
    expect(run(steps)).toMatchObject({ hits: 1, misses: 1, originFetches: 1 });
  });
});

describe('an origin that works on one fetch at a time', () => {
  it('lets the next ones wait in line', () => {
    const { latency, originFetches } = run(
      [
        [0, 0],
        [0.5, 1],
        [0.5, 2],
      ],
      { originConcurrency: '1' },
    );
    // Done at 1, 2 and 3: 1,000, 1,500 and 2,500 ms.
    expect(originFetches).toBe(3);
    expect(latency.mean).toBeCloseTo(5_000 / 3, 6);
    expect(latency.max).toBeGreaterThan(2_400);
  });

  it('does not go with fetches that take no time', () => {
    expect(() => run([[0, 0]], { originConcurrency: '1', inflight: 'off' })).toThrow('--inflight: off leaves nothing');
    expect(() => run([[0, 0]], { originConcurrency: '0' })).toThrow(
      '--origin-concurrency: "0" is not a number of fetches',
    );
  });
});

it('a transfer takes its time, and is counted in bytes', () => {
  const sized: Options = { latency: 'L1=fixed:ms=0,origin=fixed:ms=0,per-kib=100' };
  const result = run(
    [
      [0, 0, { size: 2_048 }],
      [0.1, 0, { size: 2_048 }],
      [1, 1, { size: 1_024 }],
    ],
    sized,
  );
  expect(result).toMatchObject({ misses: 3, delayedHits: 1, originFetches: 2, originBytes: 3_072 });
  // 200, 100 and 100 ms.
  expect(result.latency.mean).toBeCloseTo(400 / 3, 6);
});

it('a clock that steps back stands still: a fetch takes no longer for it', () => {
  // The second miss comes at 0.5 by its own clock, but after one at 5; its fetch is done at 6, so the last request joins it.
  const { latency, delayedHits } = run([
    [5, 0],
    [0.5, 1],
    [5.5, 1],
  ]);
  expect(delayedHits).toBe(1);
  // 1,000, 1,000 and 500 ms.
  expect(latency.mean).toBeCloseTo(2_500 / 3, 6);
});

it('the warm-up is not counted, but what is under way goes on', () => {
  const recorder = new Recorder(['time']);
  for (const time of [0, 0.5, 0.75, 2]) recorder.add(0, { time });
  const requests = recorder.finish();
  const configuration = resolveConfiguration(CACHE, factsOf(requests));
  const result = replay(requests, configuration, { seed: 1, warmup: 2 });
  expect(totalsOf(result, requests)).toMatchObject({
    requests: 2,
    misses: 1,
    delayedHits: 1,
    originFetches: 0,
    peakInFlight: 1,
  });
});
