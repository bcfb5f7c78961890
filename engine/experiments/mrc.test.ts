import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { generate } from '../runners/generate.ts';
import type { MrcCell } from './curve-cell.ts';
import { walksOf } from './curve-walks.ts';
import { runCell, runCells } from './mrc.ts';

const requests = generate('zipf:keys=400', 5_000, 1);
const cell = (policy: string, capacity: number) =>
  runCell(requests, { policy, capacity, unit: 'entries', seed: 1 }).row;

describe('a point of a miss-ratio curve', () => {
  it.each([1, 30, 200])('of LRU at %i entries has the hits that a list kept by hand has', capacity => {
    const list: number[] = [];
    let hits = 0;
    for (const { id: ids } of requests.batches)
      for (const id of ids) {
        const at = list.indexOf(id);
        if (at >= 0) {
          hits++;
          list.splice(at, 1);
        } else if (list.length === capacity) list.pop();
        list.unshift(id);
      }
    const row = cell('lru', capacity);
    expect(row).toMatchObject({ requests: 5_000, hits, misses: 5_000 - hits, missRatio: (5_000 - hits) / 5_000 });
    // Every miss enters, and what is not evicted is still there.
    expect(row.evictions).toBe(row.misses - list.length);
  });

  it.each(['lru', 'sieve', 'arc', 'lirs', 's3-fifo'])('of %s is never below that of the clairvoyant', policy => {
    for (const capacity of [5, 50])
      expect(cell('opt', capacity).misses).toBeLessThanOrEqual(cell(policy, capacity).misses);
  });

  it('in bytes counts the bytes of what missed', () => {
    const recorder = new Recorder(['size']);
    // 60 and 50 do not fit into 100 together: only the third request is a hit.
    for (const id of [0, 1, 1, 0]) recorder.add(id, { size: id === 0 ? 60 : 50 });
    const { row } = runCell(recorder.finish(), { policy: 'lru', capacity: 100, unit: 'bytes', seed: 1 });
    // 170 of 220 bytes miss.
    expect(row).toMatchObject({ hits: 1, misses: 3, evictions: 2, byteMissRatio: 170 / 220 });
  });

  it('behind an admission policy says so, and counts what enters alone', () => {
    const guarded = (admission?: string) =>
      runCell(requests, { policy: 'lru', ...(admission && { admission }), capacity: 50, unit: 'entries', seed: 1 }).row;
    expect(guarded()).not.toHaveProperty('admission');
    // Nobody enters: nothing is hit, nothing leaves.
    expect(guarded('probability:p=0')).toMatchObject({ admission: 'probability:p=0', hits: 0, evictions: 0 });
    expect(guarded('always')).toEqual({ ...guarded(), admission: 'always' });
    expect(guarded('tinylfu').misses).toBeLessThan(guarded().misses);
    expect(guarded('clairvoyant').misses).toBeLessThan(guarded('tinylfu').misses);
  });

  it('of an unknown policy is refused', () => {
    expect(() => cell('lur', 5)).toThrow('--policies: unknown eviction policy "lur"; did you mean "lru"?');
  });
});

describe('several points of curves', () => {
  const cells = (policies: readonly string[], capacities: readonly number[], unit: MrcCell['unit'] = 'entries') =>
    policies.flatMap(policy => capacities.map((capacity): MrcCell => ({ policy, capacity, unit, seed: 1 })));

  it('share a pass where there are four of LRU in entries, and are replayed otherwise', () => {
    const kinds = (some: readonly MrcCell[], onePass?: boolean) =>
      walksOf(some, onePass).map(walk => [walk.kind, walk.cells.length]);
    expect(kinds(cells(['sieve', 'lru'], [1, 2, 3, 4]))).toEqual([['stack', 4], ...Array(4).fill(['replay', 1])]);
    expect(kinds(cells(['lru'], [1, 2, 3]))).toEqual(Array(3).fill(['replay', 1]));
    expect(kinds(cells(['lru'], [1, 2, 3, 4]), false)).toEqual(Array(4).fill(['replay', 1]));
    expect(kinds(cells(['lru'], [1, 2, 3, 4], 'bytes'))).toEqual(Array(4).fill(['replay', 1]));
    const guarded = cells(['lru'], [1, 2, 3, 4]).map(each => ({ ...each, admission: 'tinylfu' }));
    expect(kinds(guarded)).toEqual(Array(4).fill(['replay', 1]));
  });

  it('come in the order in which they were asked for', () => {
    const mixed = cells(['sieve', 'lru', 'fifo'], [40, 3, 200, 100]);
    expect(runCells(requests, mixed).map(each => each.row)).toEqual(mixed.map(each => runCell(requests, each).row));
  });
});
