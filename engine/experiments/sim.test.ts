import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import type { Requests } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { generate } from '../runners/generate.ts';
import { runSim } from './sim.ts';

const requests = generate('zipf:keys=500', 7_531, 1);

function simulate(replayed: Requests, options: Options, warmup = 0) {
  const { gets, operations, universe, bytes } = replayed;
  const vary = (change: Options) => ({
    configuration: resolveConfiguration({ ...options, ...change }, { keys: universe, bytes }),
    command: '',
  });
  return runSim({
    requests: replayed,
    workload: { spec: 'test', requests: gets, operations, keys: universe },
    configuration: vary({}).configuration,
    seed: 1,
    warmup,
    suggest: 'off',
    vary,
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe.each<[string, Options, number]>([
  ['three levels', { levels: 'L1=20,L2=50,L3=100' }, 0],
  ['levels that copy', { preset: 'reference', levels: 'L1=20,L2=50,L3=100' }, 0],
  ['a warm-up', { levels: 'L1=20,L2=50,L3=100' }, 1_000],
])('with %s', (_, options, warmup) => {
  const run = simulate(requests, options, warmup);
  const counted = 7_531 - warmup;

  it('every request behind the warm-up is a hit or a miss, and answered once', () => {
    expect(run.totals.requests).toBe(counted);
    expect(run.totals.hits + run.totals.misses).toBe(counted);
    expect(sum([...run.levels, ...run.partitions].map(level => level.hits))).toBe(run.totals.hits);
    expect(run.totals.hitRatio).toBe(run.totals.hits / counted);
  });

  it('the windows follow each other and sum to the totals', () => {
    // Windows of ceil(7,531 / 100) = 76 requests: 100 of them; behind the warm-up, of 66: 99. The last is shorter.
    expect(run.series).toHaveLength(warmup === 0 ? 100 : 99);
    expect(sum(run.series.map(point => point.requests))).toBe(counted);
    let from = 0;
    for (const point of run.series) {
      expect(point.from).toBe(from);
      expect(sum(point.answered)).toBe(point.requests);
      from += point.requests;
    }
    for (const [store, name] of run.answeredBy.entries()) {
      const result = [...run.partitions, ...run.levels].find(level => level.name === name);
      expect(sum(run.series.map(point => point.answered[store]!))).toBe(result?.hits ?? run.totals.misses);
    }
  });

  it("the windows' mean latencies average to the whole's", () => {
    const total = sum(run.series.map(point => point.requests * point.latencyMeanMs));
    expect(total / counted).toBeCloseTo(run.latencyMs.mean, 9);
  });

  it('the bars of the histogram touch, and hold every request by who answered it', () => {
    const bars = run.latencyHistogram;
    for (const [i, bar] of bars.entries()) if (i > 0) expect(bar.fromMs).toBe(bars[i - 1]!.toMs);
    for (const [store, name] of run.answeredBy.entries()) {
      const result = [...run.partitions, ...run.levels].find(level => level.name === name);
      expect(sum(bars.map(bar => bar.counts[store]!))).toBe(result?.hits ?? run.totals.misses);
    }
  });
});

it('a warm-up leaves nothing of itself: a cache that is warm by then never misses', () => {
  const recorder = new Recorder([]);
  for (let round = 0; round < 3; round++) for (let id = 0; id < 5; id++) recorder.add(id);
  const run = simulate(recorder.finish(), { levels: 'L1=10/-/lru' }, 5);
  expect(run.totals).toMatchObject({ requests: 10, hits: 10, misses: 0, originFetches: 0 });
  expect(run.levels[0]).toMatchObject({ lookups: 10, hits: 10, inserted: 0, resident: 5 });
  expect(run.originLatencyMs).toBeNull();
});

it('phases are numbers of counted gets; those of the warm-up are left out', () => {
  const recorder = new Recorder(['op']);
  recorder.phase('first');
  for (let id = 0; id < 4; id++) recorder.add(id);
  recorder.add(0, { op: 1 });
  recorder.phase('second');
  for (let id = 0; id < 4; id++) recorder.add(id);
  const replayed = recorder.finish();
  expect(simulate(replayed, { levels: 'L1=10' }).phases).toEqual([
    { at: 0, label: 'first' },
    { at: 4, label: 'second' },
  ]);
  expect(simulate(replayed, { levels: 'L1=10' }, 3).phases).toEqual([{ at: 1, label: 'second' }]);
});

it('mean latencies are those of the lookups on the way', () => {
  // Five misses of 1 + 100 ms, five hits of 1 ms.
  const recorder = new Recorder([]);
  for (let round = 0; round < 2; round++) for (let id = 0; id < 5; id++) recorder.add(id);
  const { latencyMs } = simulate(recorder.finish(), {
    levels: 'L1=10',
    latency: 'L1=fixed:ms=1,origin=fixed:ms=100',
  });
  expect(latencyMs).toMatchObject({ mean: 51, min: 1, max: 101, hit: 1, miss: 101 });
});

it('bytes that miss are those of the missed requests', () => {
  const recorder = new Recorder(['size']);
  for (const id of [0, 1, 0, 0]) recorder.add(id, { size: id === 0 ? 100 : 50 });
  // 150 of 350 bytes come from the origin.
  expect(simulate(recorder.finish(), { levels: 'L1=1KiB/-/lru' }).totals).toMatchObject({
    originBytes: 150,
    byteHitRatio: 200 / 350,
  });
});

it('an answer takes longer by its bytes, at the rate of whoever gives it', () => {
  const recorder = new Recorder(['size']);
  for (const id of [0, 0]) recorder.add(id, { size: 2048 });
  const replayed = recorder.finish();
  const run = simulate(replayed, {
    levels: 'L1=4KiB/-/lru',
    latency: 'L1=fixed:ms=1,per-kib=0.5,origin=fixed:ms=100,per-kib=10',
  });
  // The miss pays L1's lookup but not its transfer.
  expect(run.latencyMs).toMatchObject({ hit: 1 + 2 * 0.5, miss: 1 + 100 + 2 * 10 });
});

it('a transfer by size is refused where there are no sizes', () => {
  expect(() => simulate(requests, { levels: 'L1=20', latency: 'origin=fixed:per-kib=1' })).toThrow(
    '--latency origin: per-kib needs a workload with sizes, and this one has none',
  );
});

it('latencies by data type are those of the requests for it, whoever answered', () => {
  const recorder = new Recorder(['type', 'op']);
  recorder.add(0, { type: 1 });
  recorder.add(0, { type: 1 });
  recorder.add(1, { type: 3 });
  recorder.add(1, { type: 2, op: 1 });
  const { latencyByType } = simulate(recorder.finish(), {
    levels: 'L1=10/-/lru',
    partitions: 'none',
    fill: 'read-through',
    latency: 'L1=fixed:ms=1,origin=fixed:ms=100',
  });
  // No get asks for a model.
  expect(latencyByType).toMatchObject([
    { name: 'features', requests: 2, latencyMs: { mean: 51, min: 1, max: 101 } },
    { name: 'result', requests: 1, latencyMs: { mean: 101 } },
  ]);
  expect(simulate(requests, { levels: 'L1=10' })).not.toHaveProperty('latencyByType');
});

it('the baseline of a single LRU level is that level', () => {
  const run = simulate(requests, { preset: 'flat', levels: 'L1=90/-/lru' });
  expect(run.baseline).toMatchObject({ hitRatio: run.totals.hitRatio, originFetches: run.totals.misses });
  expect(run.baseline.latencyMs.mean).toBe(run.latencyMs.mean);
});

it('the curve marks the sizes down to each level, and never rises for LRU', () => {
  const { curve } = simulate(requests, { levels: 'L1=20,L2=50,L3=100' });
  expect(curve!.marks.map(mark => mark.capacity)).toEqual([20, 70, 170]);
  const lru = curve!.rows.filter(row => row.policy === 'lru');
  expect(lru.map(row => row.capacity)).toEqual(expect.arrayContaining([20, 70, 170]));
  for (const [i, row] of lru.entries()) if (i > 0) expect(row.misses).toBeLessThanOrEqual(lru[i - 1]!.misses);
});
