import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, GET, type Requests, SET } from '../../workloads/requests.ts';
import { runCell } from '../experiments/mrc.ts';
import { StackDistances } from './stack-distances.ts';

interface Access {
  readonly id: number;
  readonly op: number;
}

/** Many touches of few keys move the marks together again and again: there are 1,024 slots at least. */
const traces = (ops: readonly number[]) =>
  fc.integer({ min: 1, max: 40 }).chain(keys =>
    fc.array(fc.record({ id: fc.integer({ min: 0, max: keys - 1 }), op: fc.constantFrom(...ops) }), {
      minLength: 1,
      maxLength: 3_000,
      size: 'max',
    }),
  );

function requestsOf(accesses: readonly Access[], columns: readonly ('op' | 'size')[]): Requests {
  const recorder = new Recorder(columns);
  const dense = new Map<number, number>();
  for (const [i, { id, op }] of accesses.entries()) {
    if (!dense.has(id)) dense.set(id, dense.size);
    recorder.add(dense.get(id)!, { op, size: 1 + (i % 7) });
  }
  return recorder.finish();
}

function expectReplayed(requests: Requests): void {
  const distances = new StackDistances(requests.universe);
  for (const batch of requests.batches) distances.replay(batch);
  const capacities = Array.from({ length: requests.universe + 2 }, (_, i) => i + 1).reverse();
  const { gets, bytesRequested } = distances;
  const measured = distances.at(capacities).map(({ hits, evictions, bytesMissed }, i) => ({
    capacity: capacities[i],
    requests: gets,
    hits,
    evictions,
    ...(requests.bytes === null ? {} : { byteMissRatio: bytesMissed / Math.max(1, bytesRequested) }),
  }));
  for (const [i, capacity] of capacities.entries()) {
    const { row } = runCell(requests, { policy: 'lru', capacity, unit: 'entries', seed: 1 });
    expect(row).toMatchObject(measured[i]!);
  }
}

describe('one pass over the LRU stack counts at every size what a replay counts', () => {
  it.each([
    ['gets', [GET], []],
    ['gets and sets', [GET, GET, SET], ['op']],
    ['gets, sets and deletes', [GET, GET, SET, DELETE], ['op']],
    ['objects of sizes that change', [GET, SET], ['op', 'size']],
  ] as const)('of %s', (_what, ops, columns) => {
    fc.assert(
      fc.property(traces(ops), accesses => expectReplayed(requestsOf(accesses, columns))),
      { numRuns: 60 },
    );
  });
});

describe('a delete leaves a free entry', () => {
  it('that the next newcomer takes where the deleted id was held, and nobody is evicted there', () => {
    // Stack, most recent first: after 0 1 2 it is 2 1 0. Deleting 1 frees an entry in caches of 2 and more. Newcomer 3 takes it:
    // 3 2 0. Then 0 is found at place 3, and 2 at place 3 again.
    const distances = new StackDistances(4);
    const recorder = new Recorder(['op']);
    for (const [id, op] of [
      [0, GET],
      [1, GET],
      [2, GET],
      [1, DELETE],
      [3, GET],
      [0, GET],
      [2, GET],
    ] as const)
      recorder.add(id, { op });
    for (const batch of recorder.finish().batches) distances.replay(batch);
    expect(distances.at([1, 2, 3, 4]).map(({ hits, evictions }) => [hits, evictions])).toEqual([
      // Every get enters and one stays.
      [0, 5],
      // 6 gets, 6 inserted, 1 deleted, 2 stay.
      [0, 3],
      // 4 inserted, 1 deleted, 3 stay.
      [2, 0],
      [2, 0],
    ]);
  });
});
