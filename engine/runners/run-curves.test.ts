import { describe, expect, it } from 'vitest';
import type { Batch, Requests } from '../../workloads/requests.ts';
import type { Method } from '../curves/methods.ts';
import type { MrcCell } from '../experiments/curve-cell.ts';
import { generate } from './generate.ts';
import { runCurves } from './run-curves.ts';

const requests = generate('zipf:keys=30000', 150_000, 1);

/** The same requests, read as they are asked for: two batches lie in memory at a time, and the next two in the same place. */
function streamed(): Requests {
  const all = [...requests.batches];
  const rooms = [0, 1].map(() => new Int32Array(65_536));
  const read = (number: number): Batch => {
    const id = rooms[number % 2]!.subarray(0, all[number]!.length);
    id.set(all[number]!.id);
    return { ...all[number]!, id };
  };
  const batches = {
    length: all.length,
    at: read,
    *[Symbol.iterator]() {
      for (const number of all.keys()) {
        yield read(number);
        rooms[number % 2]!.fill(0);
      }
    },
    *stretches() {
      for (let number = 0; number < all.length; number += 2) {
        yield all.slice(number, number + 2).map((_, i) => read(number + i));
        for (const room of rooms) room.fill(0);
      }
    },
  };
  return { ...requests, batches };
}

const cells: readonly MrcCell[] = ['sieve', 'lru', 'fifo', 'lru'].flatMap((policy, p) =>
  [200, 3_000, 12_000].map(capacity => ({ policy, capacity: capacity + p, unit: 'entries', seed: 1 }) as const),
);

const methods: readonly (readonly [string, Method])[] = [
  ['auto', { kind: 'count', onePass: true }],
  ['replay', { kind: 'count', onePass: false }],
  ['mini', { kind: 'mini', spec: 'mini', keysOf: () => 1_000 }],
];

describe.each(methods)('curves by %s', (_name, method) => {
  it('are the same in memory and read as they are replayed, in the order of the cells', async () => {
    const inMemory = await runCurves(requests, cells, method, { jobs: 1 });
    const read = await runCurves(streamed(), cells, method, { jobs: 1 });
    expect(inMemory.map(({ row }) => [row.policy, row.capacity])).toEqual(
      cells.map(({ policy, capacity }) => [policy, capacity]),
    );
    expect(read.map(each => each.row)).toEqual(inMemory.map(each => each.row));
  });

  it('tell how far they are, up to the end', async () => {
    const told: (readonly [number, number])[] = [];
    await runCurves(requests, cells, method, { jobs: 1, onProgress: (done, total) => told.push([done, total]) });
    const [last] = told.slice(-1);
    expect(last![0]).toBe(last![1]);
    expect(told.map(([done]) => done)).toEqual(told.map((_, i) => i + 1));
    expect(new Set(told.map(([, total]) => total)).size).toBe(1);
  });
});

it('a bound is the same in memory and read as it is computed, beside policies', async () => {
  const some = [cells[0]!, ...[50, 400].map(capacity => ({ ...cells[0]!, policy: 'pfoo-l', capacity }))];
  const [here, read] = await Promise.all(
    [requests, streamed()].map(each => runCurves(each, some, methods[0]![1], { jobs: 1 })),
  );
  expect(read!.map(each => each.row)).toEqual(here!.map(each => each.row));
  expect(here!.map(each => 'bound' in each.row)).toEqual([false, true, true]);
});

it('one pass and replays count the same, at the same sizes', async () => {
  const [one, replayed] = await Promise.all(
    methods.slice(0, 2).map(([, method]) => runCurves(requests, cells, method, { jobs: 1 })),
  );
  expect(one!.map(each => each.row)).toEqual(replayed!.map(each => each.row));
});
