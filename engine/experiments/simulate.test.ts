import { describe, expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { SET } from '../../workloads/requests.ts';
import { synthesize } from '../synthesize.ts';
import { missRatioCurves, simulate } from './simulate.ts';

describe('simulate', () => {
  const hits = (options: Partial<Parameters<typeof simulate>[0]>) =>
    simulate({ workload: 'zipf:keys=500', requests: 1_000, ...options }).totals.hits;

  it('takes a spec or the requests that it stands for', () => {
    expect(hits({})).toBe(hits({ workload: synthesize('zipf:keys=500', { requests: 1_000 }) }));
    expect(hits({ seed: 2 })).toBe(hits({ workload: synthesize('zipf:keys=500', { requests: 1_000, seed: 2 }) }));
    expect(hits({ seed: 2 })).not.toBe(hits({}));
  });

  it('gives a synthetic workload the cache that suits it, where nothing else is said', () => {
    const { configuration } = simulate({ workload: 'hot-warm-cold', requests: 100 });
    expect(configuration.levels.map(level => level.capacity)).toEqual([50, 150, 300]);
    expect(configuration.fill).toBe('none');
  });

  it('lets fetches take their time where requests have times of their own, as the command does', () => {
    const inflight = (workload: string) => simulate({ workload, requests: 100 }).configuration.inflight;
    expect(['markov-sessions', 'zipf'].map(inflight)).toEqual(['coalesce', 'off']);
  });

  it('does not count the warm-up', () => {
    expect(simulate({ workload: 'loop:keys=10', requests: 100, warmup: 10 }).totals).toMatchObject({
      requests: 90,
      hitRatio: 1,
    });
  });

  it('suggests when it is asked to, without a command', () => {
    const cache = { preset: 'exclusive-lru', levels: 'L1=10/-/lru,L2=20/-/lru' };
    const simulation = { workload: 'zipf:keys=500', requests: 1_000, cache };
    expect(simulate(simulation).suggestions).toEqual([]);
    const { suggestions } = simulate({ ...simulation, suggest: true });
    expect(suggestions.map(each => each.rule)).toContain('hit-ratio-low');
    expect(suggestions.every(each => each.command === null)).toBe(true);
  });

  it('refuses what cannot be, naming the option', () => {
    expect(() => simulate({ workload: 'zipff' })).toThrow('zipf');
    expect(() => simulate({ workload: 'zipf', cache: { policy: 'lur' } })).toThrow('--policy');
  });
});

it('curves have a point for each policy and capacity, in their unit', () => {
  const rows = missRatioCurves({
    workload: 'loop:keys=10',
    requests: 100,
    policies: ['lru', 'mru'],
    capacities: [5, 10],
  });
  // LRU hits nothing of a loop that is longer; what fits misses once a key.
  expect(rows.map(row => [row.policy, row.capacity, row.misses])).toEqual([
    ['lru', 5, 100],
    ['lru', 10, 10],
    ['mru', 5, expect.any(Number)],
    ['mru', 10, 10],
  ]);
  const recorder = new Recorder(['op', 'size']);
  for (let round = 0; round < 2; round++) recorder.add(0, { op: round === 0 ? SET : 0, size: 7 });
  const sized = recorder.finish();
  const inBytes = (capacity: number) =>
    missRatioCurves({ workload: sized, policies: ['lru'], capacities: [capacity], unit: 'bytes' })[0]!.hits;
  expect([inBytes(6), inBytes(7)]).toEqual([0, 1]);
  const random = (seed: number) =>
    missRatioCurves({ workload: 'zipf:keys=500', requests: 1_000, policies: ['random'], capacities: [50], seed })[0]!
      .hits;
  expect(random(1)).not.toBe(random(2));
});
