import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, GET, type Requests, SET } from '../../workloads/requests.ts';
import type { Options } from '../configuration/types.ts';
import { simulate } from './simulate.ts';

const FEATURES = 1;
const MODEL = 2;

/** Ten rounds over six feature keys and three models, side by side, and one key without a type. */
function rounds(sized = false): Requests {
  const recorder = new Recorder(sized ? ['type', 'op', 'size'] : ['type', 'op']);
  for (let round = 0; round < 10; round++) {
    for (let id = 0; id < 6; id++) recorder.add(id, { type: FEATURES, size: 10 });
    for (let id = 6; id < 9; id++) recorder.add(id, { type: MODEL, size: 10 });
    recorder.add(9, { size: 10 });
  }
  return recorder.finish();
}

const cache = { preset: 'exclusive-lru', levels: 'L1=4/-/lru,L2=8/-/lru', fill: 'read-through' };
const partitioned = (options: Options, workload = rounds()) =>
  simulate({ workload, cache: { ...cache, partitions: 'quota', ...options } });

describe('the marginal utility of a partition', () => {
  it('is what one entry, and a tenth, more or less would change', () => {
    const { partitions, utilityByType } = partitioned({ quotas: 'features=5,model=3' });
    // A loop of six misses all in five entries; in six it hits in nine of ten rounds.
    expect(partitions[0]!.utility).toEqual({
      requests: 60,
      capacity: 5,
      hits: 0,
      step: 1,
      gained: 54,
      lost: 0,
      gainedByOne: 54,
      lostByOne: 0,
    });
    // A loop of three just fits.
    expect(partitions[1]!.utility).toMatchObject({ requests: 30, hits: 27, gained: 0, lost: 27, lostByOne: 27 });
    expect(partitions[2]!.utility).toBeNull();
    expect(utilityByType).toEqual([
      expect.objectContaining({ name: 'general', requests: 10, capacity: 1, hits: 9, lostByOne: 9, gainedByOne: 0 }),
    ]);
  });

  it('has steps of a tenth of the capacity', () => {
    const { partitions } = partitioned({ quotas: 'features=21' });
    expect(partitions[0]!.utility).toMatchObject({ capacity: 21, step: 3 });
  });

  it('equals the hits that the partition has, where nothing expires', () => {
    const { partitions } = partitioned({ quotas: 'features=6/-,model=2/-' });
    expect(partitions.map(({ hits, utility }) => [hits, utility?.hits])).toEqual([
      [54, 54],
      [0, 0],
      [0, undefined],
    ]);
  });

  it('is counted in bytes where capacities are, by a tenth alone', () => {
    const levels = 'L1=40B/-/lru,L2=800B/-/lru';
    const { partitions } = partitioned({ levels, quotas: 'features=59B,model=30B' }, rounds(true));
    expect(partitions[0]!.utility).toEqual({ requests: 60, capacity: 59, hits: 0, step: 6, gained: 54, lost: 0 });
    expect(partitions[1]!.utility).toEqual({ requests: 30, capacity: 30, hits: 27, step: 3, gained: 0, lost: 27 });
  });
});

it('types that share the levels are measured around what they held at the end', () => {
  const { partitions, utilityByType } = simulate({ workload: rounds(), cache });
  expect(partitions).toEqual([]);
  // Ten keys fit into twelve entries.
  expect(utilityByType!.map(({ name, capacity }) => [name, capacity])).toEqual([
    ['general', 1],
    ['features', 6],
    ['model', 3],
  ]);
});

it('deletes reach the type of their key, whatever they say', () => {
  const recorder = new Recorder(['type', 'op']);
  recorder.add(0, { type: MODEL, op: SET });
  recorder.add(0, { op: DELETE });
  recorder.add(0, { type: MODEL, op: GET });
  const { utilityByType } = simulate({ workload: recorder.finish(), cache });
  expect(utilityByType).toEqual([expect.objectContaining({ name: 'model', requests: 1, hits: 0 })]);
});

it('there is none where partitions do not answer, where a miss fills nothing, or without types', () => {
  const written = partitioned({ partitions: 'write-only' });
  expect(written.partitions.map(({ utility }) => utility)).toEqual([null, null, null]);
  expect(written.utilityByType!.map(({ name }) => name)).toEqual(['general', 'features', 'model']);
  const unfilled = partitioned({ fill: 'none' });
  expect(unfilled.partitions.map(({ utility }) => utility)).toEqual([null, null, null]);
  expect(unfilled.utilityByType).toBeUndefined();
  expect(simulate({ workload: 'zipf', requests: 100 }).utilityByType).toBeUndefined();
});
