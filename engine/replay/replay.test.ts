import { describe, expect, it } from 'vitest';
import { type Details, Recorder } from '../../workloads/recorder.ts';
import { type Column, DELETE, type Requests, SET } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { generate } from '../runners/generate.ts';
import { replay } from './replay.ts';

const PLAIN = { residency: 'per-level', promotion: 'never', placement: 'top', demotion: 'drop' };

function requestsOf(columns: Column[], records: [id: number, details?: Details][]): Requests {
  const recorder = new Recorder(columns);
  for (const [id, details] of records) recorder.add(id, details);
  return recorder.finish();
}

function run(requests: Requests, options: Options, seed = 1, warmup = 0) {
  const facts = { keys: requests.universe, bytes: requests.bytes };
  return replay(requests, resolveConfiguration({ ...PLAIN, ...options }, facts), { seed, warmup });
}

describe('time', () => {
  it('follows from the rate where the requests have none', () => {
    // Two requests a second: the second get of id 0 comes after 2 s.
    const requests = requestsOf([], [[0], [1], [2], [3], [0]]);
    expect(run(requests, { levels: 'L1=9/2s/lru', rate: '2' }).misses).toBe(4);
    expect(run(requests, { levels: 'L1=9/1.9s/lru', rate: '2' }).misses).toBe(5);
  });

  it("is the requests' own where they have it", () => {
    const at = (time: number): [number, Details] => [0, { time }];
    const requests = requestsOf(['time'], [at(1_000), at(1_002), at(1_002.5)]);
    expect(run(requests, { levels: 'L1=9/2s/lru', rate: '1e-3' }).misses).toBe(2);
  });
});

describe('a sweep', () => {
  const LAZY = { levels: 'L1=9/2s/lru', expiry: 'lazy' };
  const at = (id: number, time: number): [number, Details] => [id, { time }];
  const residents = (times: number[], sweep: string) => {
    const requests = requestsOf(
      ['time'],
      times.map((time, id) => at(id, time)),
    );
    return run(requests, { ...LAZY, sweep }).hierarchy.levels[0]!.residents;
  };

  it('comes every so many seconds from the first request on', () => {
    // From 100 s on every 5 s. At 105 s, before the last request, 0 is dead and 1, of 103 s, is not.
    expect(residents([100, 103, 105], '5s')).toBe(2);
    expect(residents([100, 103, 104.5], '5s')).toBe(3);
  });

  it('of which several are due at once happens when the last of them was due', () => {
    // At 115 s, the third: 1, of 113.5 s, is 1.5 s old. At 117 s, when the request comes, it would be dead.
    expect(residents([100, 113.5, 117], '5s')).toBe(1 + 1);
  });
});

describe('a record', () => {
  it('that sets or deletes is no request, and fills nothing', () => {
    const set = { op: SET };
    const requests = requestsOf(['op'], [[0, set], [0], [0, { op: DELETE }], [1, { op: DELETE }], [0]]);
    const { requests: gets, operations, misses, hierarchy } = run(requests, { levels: 'L1=9/-/lru' });
    expect([gets, operations, misses, hierarchy.levels[0]!.inserted]).toEqual([2, 5, 1, 2]);
  });

  it('that misses fills nothing where nobody fills', () => {
    expect(run(requestsOf([], [[0], [0]]), { levels: 'L1=9/-/lru', fill: 'none' }).misses).toBe(2);
  });

  it('counts its bytes, whether capacities do or not', () => {
    const requests = requestsOf(
      ['size'],
      [0, 1, 0].map(id => [id, { size: 10 + id }]),
    );
    for (const levels of ['L1=9/-/lru', 'L1=90B/-/lru']) {
      const { bytesRequested, bytesMissed } = run(requests, { levels }).meter;
      expect([bytesRequested, bytesMissed]).toEqual([31, 21]);
    }
  });
});

it('a warm-up ends with the first request after it: of sets before that nothing is counted', () => {
  const set = { op: SET };
  const records: [number, Details?][] = [[0], [1, set], [2], [3, set], [4], [5, set]];
  const { requests, operations, hierarchy } = run(requestsOf(['op'], records), { levels: 'L1=9/-/lru' }, 1, 2);
  // Counted: the get of 4 and its fill, the set of 5. At rest before: 0, 1, 2, 3.
  const { residentsAtStart, inserted, lookups } = hierarchy.levels[0]!;
  expect([requests, operations, residentsAtStart, inserted, lookups]).toEqual([1, 2, 4, 2, 1]);
});

it('a seed changes what is drawn, and nothing else does', () => {
  const requests = generate('zipf:keys=200', 5_000, 1);
  const missesOf = (policy: string, seed: number) => run(requests, { levels: `L1=20/-/${policy}` }, seed).misses;
  expect(missesOf('random', 2)).not.toBe(missesOf('random', 1));
  expect(missesOf('random', 1)).toBe(missesOf('random', 1));
  expect(missesOf('lru', 2)).toBe(missesOf('lru', 1));
});

it('moves between levels are counted, in entries or in bytes', () => {
  // 1 pushes 0 down; 0 comes up and pushes 1 down; 1 comes up and pushes 0 down: three demotions and two promotions.
  const requests = requestsOf(
    ['size'],
    [0, 1, 0, 1].map(id => [id, { size: 10 }]),
  );
  const moving = { promotion: 'every-hit', demotion: 'cascade' };
  const inEntries = run(requests, { ...moving, levels: 'L1=1/-/lru,L2=1/-/lru' }).hierarchy.residents;
  const inBytes = run(requests, { ...moving, levels: 'L1=10B/-/lru,L2=10B/-/lru' }).hierarchy.residents;
  expect([inEntries.moved, inBytes.moved]).toEqual([5, 50]);
  // From L1 to L2, of two stores: place 1; from L2 to L1: place 2.
  expect([...inBytes.demotions]).toEqual([0, 3, 0, 0]);
  expect([...inBytes.promotions]).toEqual([0, 0, 2, 0]);
  // Behind a warm-up of three requests there is one of each.
  const warm = run(requests, { ...moving, levels: 'L1=1/-/lru,L2=1/-/lru' }, 1, 3).hierarchy.residents;
  expect([warm.moved, [...warm.demotions], [...warm.promotions]]).toEqual([2, [0, 1, 0, 0], [0, 0, 1, 0]]);
});
