import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { replay } from '../replay/replay.ts';
import { latencyBuckets, latencyOverall, levelResult, movesOf, originLatency, totalsOf } from './measurements.ts';

const FIXED = 'L1=fixed:ms=1,L2=fixed:ms=10,origin=fixed:ms=100';
const LADDER = {
  levels: 'L1=1/-/lru,L2=2/-/lru',
  residency: 'per-level',
  placement: 'top',
  promotion: 'every-hit',
  demotion: 'cascade',
  latency: FIXED,
};

/** Gets, one after the other. */
function replayed(ids: readonly number[], options: Options) {
  const recorder = new Recorder([]);
  for (const id of ids) recorder.add(id);
  const requests = recorder.finish();
  const configuration = resolveConfiguration(options, { keys: requests.universe, bytes: requests.bytes });
  return { requests, run: replay(requests, configuration, { seed: 1, warmup: 0 }) };
}

describe('0, 1, 2 and again 0 through levels of one entry and of two', () => {
  // Three misses; 1 and 2 push down who was there; the hit in L2 brings 0 up and pushes 2 down.
  const { run, requests } = replayed([0, 1, 2, 0], LADDER);

  it('gives the moves between levels, each with its direction', () => {
    expect(movesOf(run.hierarchy)).toEqual([
      { from: 'L2', to: 'L1', kind: 'promotion', count: 1 },
      { from: 'L1', to: 'L2', kind: 'demotion', count: 3 },
    ]);
  });

  it('gives totals', () => {
    expect(totalsOf(run, requests)).toEqual({
      requests: 4,
      operations: 4,
      hits: 1,
      misses: 3,
      hitRatio: 0.25,
      staleHits: 0,
      delayedHits: 0,
      originFetches: 3,
      moved: 4,
    });
  });

  it('gives what each level did; the latency of one that answered nothing is unknown', () => {
    const [first, second] = run.hierarchy.levels.map(level => levelResult(run, level));
    expect(first).toMatchObject({ lookups: 4, hits: 0, hitRatio: 0, demotedOut: 3, promotedIn: 1, latencyMs: null });
    expect(second).toMatchObject({ lookups: 4, hits: 1, hitRatio: 0.25, demotedIn: 3, promotedOut: 1 });
    expect(second!.latencyMs).toMatchObject({ mean: 11, min: 11, max: 11 });
  });

  it('gives the latency of hits, of misses and of all', () => {
    // Three misses of 1 + 10 + 100 ms, one hit of 1 + 10 ms.
    expect(latencyOverall(run)).toMatchObject({ mean: 86, min: 11, max: 111, hit: 11, miss: 111 });
    expect(originLatency(run)).toMatchObject({ mean: 111 });
  });

  it('gives bars from the fastest answer to the slowest', () => {
    const bars = latencyBuckets(run);
    const [fastest, slowest] = [bars[0]!, bars[bars.length - 1]!];
    expect(fastest.counts).toEqual([0, 1, 0]);
    expect(slowest.counts).toEqual([0, 0, 3]);
    expect(fastest.fromMs < 11 && 11 <= fastest.toMs && slowest.fromMs < 111 && 111 <= slowest.toMs).toBe(true);
  });
});

it('answers that take no time have a bar', () => {
  const { run } = replayed([0, 0], { ...LADDER, latency: 'L1=fixed:ms=0,L2=fixed:ms=0,origin=fixed:ms=0' });
  expect(latencyBuckets(run).map(bar => bar.counts)).toEqual([[1, 0, 1]]);
});

it('one answer in a thousand shows in the 99.9th percentile alone', () => {
  // 999 hits of 1 ms and two misses of 111 ms: 0.2 %.
  const ids = [...Array(500).fill(0), ...Array(501).fill(1)];
  const { p99, p999 } = latencyOverall(replayed(ids, LADDER).run);
  expect([Math.round(p99), Math.round(p999)]).toEqual([1, 111]);
});

it('a run that only hits, or only misses, has no latency of the other kind', () => {
  expect(latencyOverall(replayed([0, 1, 2], LADDER).run).hit).toBeNull();
  const recorder = new Recorder(['op']);
  recorder.add(0, { op: SET });
  recorder.add(0);
  const requests = recorder.finish();
  const run = replay(requests, resolveConfiguration(LADDER, { keys: 1, bytes: null }), { seed: 1, warmup: 0 });
  expect([latencyOverall(run).miss, originLatency(run)]).toEqual([null, null]);
});

it('hits on old versions are counted as stale', () => {
  const recorder = new Recorder(['op', 'priority']);
  recorder.add(0, { op: SET, priority: 2 });
  recorder.add(0, { op: SET });
  recorder.add(0);
  const requests = recorder.finish();
  const run = replay(requests, resolveConfiguration({ preset: 'reference' }, { keys: 1, bytes: null }), {
    seed: 1,
    warmup: 0,
  });
  // The second set goes to L3, the get finds the first in L1.
  expect(totalsOf(run, requests).staleHits).toBe(1);
});
