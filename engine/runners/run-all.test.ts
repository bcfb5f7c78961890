import { expect, it } from 'vitest';
import { InputError } from '../../spec/input-error.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Walk } from '../experiments/mrc.ts';
import { generate } from './generate.ts';
import { runAll } from './run-all.ts';

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
