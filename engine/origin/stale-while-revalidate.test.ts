import { expect, it } from 'vitest';
import { type Details, Recorder } from '../../workloads/recorder.ts';
import { DELETE, SET } from '../../workloads/requests.ts';
import { factsOf, resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { answerersOf, latencyOverall, totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';

type Step = readonly [time: number, id: number, details?: Details];

/** Entries live for two seconds and are answered for two more; a fetch takes one second, levels answer at once. */
const CACHE: Options = {
  preset: 'flat',
  levels: 'L1=9/2s/lru',
  latency: 'L1=fixed:ms=0,origin=fixed:ms=1000',
  staleWhileRevalidate: '2s',
};

function run(steps: readonly Step[], options: Options = {}) {
  const columns = new Set(['time' as const, ...steps.flatMap(([, , details]) => Object.keys(details ?? {}))]);
  // The keys of details are columns.
  const recorder = new Recorder([...columns] as ConstructorParameters<typeof Recorder>[0]);
  for (const [time, id, details] of steps) recorder.add(id, { ...details, time });
  const requests = recorder.finish();
  const configuration = resolveConfiguration({ ...CACHE, ...options }, factsOf(requests));
  const result = replay(requests, configuration, { seed: 1, warmup: 0 });
  return { result, totals: totalsOf(result, requests), mean: latencyOverall(result).mean };
}

// Stored at 1, so dead after 3: the requests at 3.5 and 4 are answered at once, and renew it at 4.5; dead after 6.5, too long ago at 9.5.
const STEPS: Step[] = [0, 2, 3.5, 4, 4.6, 9.5].map(time => [time, 7]);

it('answers an entry that died a moment ago, fetches it once, and is neither a hit nor a miss', () => {
  const { totals, mean, result } = run(STEPS);
  expect(totals).toMatchObject({ requests: 6, hits: 2, staleAnswers: 2, misses: 2, hitRatio: 2 / 6 });
  expect(totals).toMatchObject({ originFetches: 3, revalidations: 1, delayedHits: 0, doubledFetches: 0 });
  // Two misses of a second.
  expect(mean).toBeCloseTo(2_000 / 6, 6);
  expect(answerersOf(result)).toEqual(['flat', 'stale', 'origin']);
  expect(result.meter.latencies.map(each => each.count)).toEqual([2, 2, 2]);
});

it('is not there unless it is asked for', () => {
  const { totals, result } = run(STEPS, { staleWhileRevalidate: '-' });
  expect(totals).toMatchObject({ hits: 2, misses: 4, delayedHits: 1, originFetches: 3 });
  expect(totals).not.toHaveProperty('staleAnswers');
  expect(answerersOf(result)).toEqual(['flat', 'origin']);
});

it('ends with its time, to the moment', () => {
  const stale = (time: number) => run([STEPS[0]!, [time, 7]]).totals.staleAnswers;
  expect([3, 3.001, 5, 5.001].map(stale)).toEqual([0, 1, 1, 0]);
});

it('without single flight has every such request fetch again', () => {
  expect(run(STEPS, { inflight: 'stampede' }).totals).toMatchObject({
    staleAnswers: 2,
    revalidations: 2,
    doubledFetches: 1,
    originFetches: 4,
  });
});

it('renews at once where fetches take no time', () => {
  // Stored at 0; at 3.5 it is answered and renewed, so the next two hit; dead after 5.5.
  expect(run(STEPS, { inflight: 'off' }).totals).toMatchObject({
    hits: 3,
    staleAnswers: 1,
    misses: 2,
    originFetches: 3,
    revalidations: 1,
  });
});

it('leaves the data as it is where nobody fills the cache, and asks the origin each time', () => {
  const steps: Step[] = [
    [0, 7, { op: SET }],
    [3, 7],
    [3.5, 7],
  ];
  expect(run(steps, { fill: 'none' }).totals).toMatchObject({ staleAnswers: 2, revalidations: 2, originFetches: 2 });
});

it('does not answer what was deleted, and what was set meanwhile is newer than what is fetched', () => {
  const deleted: Step[] = [...STEPS.slice(0, 3), [3.75, 7, { op: DELETE }], [4, 7]];
  expect(run(deleted).totals).toMatchObject({ staleAnswers: 1, misses: 2, delayedHits: 0, originFetches: 3 });
  // Set at 3.75 it lives until 5.75, whatever comes at 4.5 with half a second to live.
  const set: Step[] = [...STEPS.slice(0, 2), [3.5, 7, { ttl: 0.5 }], [3.75, 7, { op: SET }], [5.5, 7]];
  expect(run(set).totals).toMatchObject({ hits: 2, staleAnswers: 1, misses: 1, originFetches: 2 });
});

it('a request that comes too late for it waits for the fetch that an earlier one began', () => {
  const { totals, mean } = run([STEPS[0]!, [4.5, 7], [5.25, 7]]);
  expect(totals).toMatchObject({ staleAnswers: 1, misses: 2, delayedHits: 1, originFetches: 2 });
  // One second, nothing, and a quarter of a second until 5.5.
  expect(mean).toBeCloseTo(1_250 / 3, 6);
});

it('takes as long as a hit where the entry lies, its transfer included', () => {
  const levels = { preset: 'exclusive-lru', levels: 'L1=9KiB/2s,L2=9KiB/2s', placement: 'bottom', promotion: 'never' };
  const latency = 'L1=fixed:ms=5,L2=fixed:ms=7,per-kib=2,origin=fixed:ms=1000';
  const { totals, result } = run(
    STEPS.slice(0, 3).map(([time, id]) => [time, id, { size: 2_048 }]),
    { ...levels, latency },
  );
  expect(result.meter.latencies[2]!.mean).toBeCloseTo(5 + 7 + 2 * 2, 6);
  expect(totals).toMatchObject({ byteHitRatio: 1 / 3, originBytes: 4_096 });
});

it('an entry that was idle for too long is not answered, nor one of another data type', () => {
  const idle = { tti: '1s', staleWhileRevalidate: '9s' };
  expect(run([STEPS[0]!, [3.5, 7]], idle).totals.staleAnswers).toBe(0);
  const typed = { preset: 'tierlab', partitions: 'quota', quotas: 'features=9/2s,model=9/2s' };
  const asked = (type: number): Step[] => [
    [0, 7, { type: 1 }],
    [3.5, 7, { type }],
  ];
  expect([0, 1, 2].map(type => run(asked(type), typed).totals.staleAnswers)).toEqual([0, 1, 0]);
});

it('is noticed by no policy and is no lookup of any level', () => {
  const { result } = run(STEPS);
  const [level] = result.hierarchy.levels;
  expect([level!.lookups, level!.hits, level!.misses]).toEqual([4, 2, 2]);
});
