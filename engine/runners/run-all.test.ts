import { expect, it } from 'vitest';
import { InputError } from '../../spec/input-error.ts';
import { Recorder } from '../../workloads/recorder.ts';
import type { Requests } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { resolveMethod } from '../curves/methods.ts';
import type { Walk } from '../experiments/curve-walks.ts';
import { generate } from './generate.ts';
import { runAll } from './run-all.ts';
import { runCurves } from './run-curves.ts';

const requests = generate('zipf:keys=500', 5_000, 1);
const walk = (policy: string, capacity: number): Walk => ({
  kind: 'replay',
  cells: [{ policy, capacity, unit: 'entries', seed: 1 }],
});
const tasks = [3, 50, 10, 200, 1].map(capacity => [walk('lru', capacity)]);

it('gives the results in the order of the tasks, whatever the number of threads, and counts them as they come', async () => {
  const told: number[][] = [[], []];
  const [here, there] = await Promise.all(
    [1, 3].map((jobs, i) => runAll('walks', requests, tasks, { jobs, onProgress: done => told[i]!.push(done) })),
  );
  expect(here!.map(([rows]) => rows![0]!.row.capacity)).toEqual([3, 50, 10, 200, 1]);
  expect(there!.flat(2).map(each => each.row)).toEqual(here!.flat(2).map(each => each.row));
  // Each walk replays one batch.
  expect(told[0]).toEqual([1, 2, 3, 4, 5]);
  expect(told[1]!.at(-1)).toBe(5);
});

it('replays what lies in shared memory without a copy', () => {
  expect(requests.batches.at(0)!.id.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it('unusable input keeps its place on the way from a worker', async () => {
  const bad = [[walk('lur', 3)], tasks[1]!];
  const error = await runAll('walks', requests, bad, { jobs: 2 }).catch(each => each);
  expect(error).toBeInstanceOf(InputError);
  expect(error.place).toBe('--policies');
  expect(error.problem).toBe('unknown eviction policy "lur"; did you mean "lru"?');
});

it.each([1, 2])('stops for a signal with %i threads', async jobs => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const all = runAll('walks', requests, Array(200).fill(tasks[0]), {
    jobs,
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  });
  await expect(all).rejects.toBe(reason);
});

it('replications draw their own synthetic requests, and replay the same recorded ones', async () => {
  const configuration = resolveConfiguration({ levels: 'L1=10/-/lru' }, { keys: 500, bytes: null });
  const common = { configuration, warmup: 0 };
  const synthetic = { ...common, source: { kind: 'synthetic', spec: 'zipf:keys=500', gets: 5_000 } } as const;
  const recorded = { ...common, source: { kind: 'recorded', requests, gets: undefined } } as const;
  const [drawn, same] = await Promise.all([
    runAll('replication', synthetic, [1, 2], { jobs: 1 }),
    runAll('replication', recorded, [1, 2], { jobs: 1 }),
  ]);
  expect(drawn.map(each => each.seed)).toEqual([1, 2]);
  expect(drawn[0]!.totals.hits).not.toBe(drawn[1]!.totals.hits);
  expect(same[0]!.totals.hits).toBe(same[1]!.totals.hits);
  // `requests` are those of seed 1.
  expect(same[0]!.totals).toEqual(drawn[0]!.totals);
});

/** The same requests, but read from a file as they are replayed. */
function streamed({ batches }: Requests): Requests {
  const recorder = new Recorder([], new Overflow([], 0));
  for (const { id, length } of batches) for (let i = 0; i < length; i++) recorder.add(id[i]!);
  return recorder.finish();
}

it.each([1, 2])(
  'curves of requests in a file are those of the same requests in memory, with %i threads',
  async jobs => {
    const long = generate('scan:keys=20000', 80_000, 1);
    const cells = ['lru', 'opt', 's3-fifo'].flatMap(policy =>
      [10, 500, 3_000].map(capacity => ({ policy, capacity, unit: 'entries', seed: 1 }) as const),
    );
    const curves = (requests: Requests, threads: number) =>
      runCurves(requests, cells, resolveMethod('replay', '--method'), { jobs: threads });
    const [there, here] = [await curves(streamed(long), jobs), await curves(long, 1)];
    expect(there.map(each => each.row)).toEqual(here.map(each => each.row));
  },
);

it.each([1, 2])(
  'replications of requests in a file are those of the same requests in memory, with %i threads',
  async jobs => {
    const configuration = resolveConfiguration({ levels: 'L1=10/-/random,L2=50/-/opt' }, { keys: 500, bytes: null });
    const replicate = (source: Requests) =>
      runAll(
        'replication',
        { configuration, warmup: 100, source: { kind: 'recorded', requests: source, gets: undefined } },
        [1, 2],
        { jobs },
      );
    expect(await replicate(streamed(requests))).toEqual(await replicate(requests));
  },
);
