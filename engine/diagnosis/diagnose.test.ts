import { describe, expect, it } from 'vitest';
import { workloads } from '../../workloads/catalog.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, type Requests, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { simulate } from '../experiments/simulate.ts';
import { diagnose } from './diagnose.ts';

function diagnosed(requests: Requests, options: Options, warmup = 0) {
  const { universe: keys, bytes, columns } = requests;
  const configuration = resolveConfiguration(options, { keys, bytes, timed: columns.includes('time') });
  return diagnose({ requests, configuration, seed: 1, warmup });
}

function asking(...ids: number[]): Requests {
  const recorder = new Recorder([]);
  for (const id of ids) recorder.add(id);
  return recorder.finish();
}

const LRU = (capacity: number): Options => ({ preset: 'exclusive-lru', levels: `L1=${capacity}/-/lru` });

describe('a miss', () => {
  it('is compulsory when nobody has stored the key, or not since it was deleted', () => {
    const recorder = new Recorder(['op']);
    recorder.add(0);
    recorder.add(0, { op: DELETE });
    recorder.add(0);
    recorder.add(1, { op: SET });
    recorder.add(1);
    const { misses, causes } = diagnosed(recorder.finish(), LRU(5));
    expect(misses).toBe(2);
    expect(causes).toEqual({ compulsory: 2, expired: 0, arriving: 0, capacity: 0, policy: 0 });
  });

  it('is compulsory each time where a miss stores nothing', () => {
    expect(diagnosed(asking(0, 0, 0), { ...LRU(5), fill: 'none' }).causes.compulsory).toBe(3);
  });

  it('has expired when its lifetime ends in a cache with room for everything, too', () => {
    const recorder = new Recorder(['time']);
    // 0 lives 10 s; 1 and 2 fill the room of one meanwhile.
    for (const [id, time] of [
      [0, 0],
      [0, 11],
      [1, 12],
      [0, 13],
      [2, 14],
      [1, 40],
    ] as const)
      recorder.add(id, { time });
    const { causes } = diagnosed(recorder.finish(), { ...LRU(1), levels: 'L1=1/10s/lru', inflight: 'off' });
    // 0 at 13 is for want of room: stored at 11, it made room for 1, and nobody keeps both.
    expect(causes).toEqual({ compulsory: 3, expired: 2, arriving: 0, capacity: 1, policy: 0 });
  });

  it('waits for data that is on its way, whatever the room', () => {
    const recorder = new Recorder(['time']);
    for (const time of [0, 0.001, 0.002, 1]) recorder.add(0, { time });
    const { causes } = diagnosed(recorder.finish(), { ...LRU(5), latency: 'origin=fixed:ms=5' });
    expect(causes).toEqual({ compulsory: 1, expired: 0, arriving: 2, capacity: 0, policy: 0 });
  });

  it('is for want of room where OPT misses it too, and else the policy is to blame', () => {
    // A loop of three in room for two: LRU misses all six. OPT puts 2 in the place of 1, and hits 0 and 2.
    const { misses, causes, optimal } = diagnosed(asking(0, 1, 2, 0, 1, 2), LRU(2));
    expect(misses).toBe(6);
    expect(causes.compulsory).toBe(3);
    expect(causes.capacity + causes.policy).toBe(3);
    expect(causes.policy).toBe(6 - optimal.misses);
    expect(causes.policy).toBe(2);
  });
});

it('only what is counted has a cause, though the warm-up fills the cache', () => {
  const { misses, keys } = diagnosed(asking(0, 1, 0, 2), LRU(5), 2);
  expect(misses).toBe(1);
  expect(keys).toEqual([expect.objectContaining({ name: '2', requests: 1, misses: 1 })]);
});

it('a promotion is undone when the entry leaves the faster level without a hit there', () => {
  const two = { preset: 'exclusive-lru', levels: 'L1=1/-/lru,L2=2/-/lru' };
  // 0 and 1 change places at each of the last three requests, the first promoted one each time without another hit.
  expect(diagnosed(asking(0, 1, 0, 1, 0), two)).toMatchObject({ promotions: 3, promotionsUndone: 2 });
  expect(diagnosed(asking(0, 1, 0, 0, 1), two)).toMatchObject({ promotions: 2, promotionsUndone: 0 });
});

it('keys and types are those of the misses, the worst first', () => {
  const recorder = new Recorder(['type']);
  for (const [id, type] of [
    [0, 1],
    [1, 2],
    [2, 2],
    [1, 2],
    [2, 2],
    [1, 2],
    [0, 1],
  ] as const)
    recorder.add(id, { type });
  const { keys, types } = diagnosed(recorder.finish(), LRU(1));
  expect(keys.map(each => [each.name, each.requests, each.misses])).toEqual([
    ['1', 3, 3],
    ['0', 2, 2],
    ['2', 2, 2],
  ]);
  expect(types!.map(each => [each.name, each.requests, each.misses])).toEqual([
    ['features', 2, 2],
    ['model', 5, 5],
  ]);
});

const CACHES: Options[] = [
  {},
  { preset: 'reference' },
  { preset: 'flat', levels: 'L1=40/1m/fifo' },
  { levels: 'L1=10/30s/lru,L2=40/1m/lru', partitions: 'quota', quotas: 'model=3/5s' },
  { levels: 'L1=10/30s/lru,L2=40/1m/lru', prediction: 'markov', tti: '20', admission: 'tinylfu' },
];

it.each(workloads.map(each => each.name))(
  'the causes add up to the misses of the run, in all and by type, on %s',
  workload => {
    for (const cache of CACHES) {
      const { totals, diagnosis } = simulate({ workload, requests: 1_500, cache, warmup: 200, explain: true });
      const sum = (of: object) =>
        ['compulsory', 'expired', 'arriving', 'capacity', 'policy'].reduce(
          (all, cause) => all + (of as Record<string, number>)[cause]!,
          0,
        );
      expect(sum(diagnosis!.causes)).toBe(totals.misses);
      expect(diagnosis).toMatchObject({ misses: totals.misses, staleHits: totals.staleHits });
      for (const each of [...diagnosis!.keys, ...(diagnosis!.types ?? [])]) expect(sum(each)).toBe(each.misses);
      if (diagnosis!.types) {
        expect(diagnosis!.types.reduce((all, each) => all + each.misses, 0)).toBe(totals.misses);
        expect(diagnosis!.types.reduce((all, each) => all + each.requests, 0)).toBe(totals.requests);
      }
    }
  },
);
