import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../../engine/configuration/draft.ts';
import { factsOf } from '../../../engine/configuration/resolve.ts';
import { synthesize } from '../../../engine/synthesize.ts';
import { firstGets } from '../../../workloads/excerpt/first-gets.ts';
import { packRequests } from '../../../workloads/excerpt/packed-requests.ts';
import { Laboratory } from './laboratory.ts';
import { menusFor } from './menus.ts';

const synthetic = { kind: 'synthetic', spec: 'zipf:keys=500', gets: 4_000 } as const;

describe('a laboratory', () => {
  it('replays requests that it makes and requests that it was given to the same counts', () => {
    const requests = synthesize('zipf:keys=500', { requests: 4_000, seed: 7 });
    const made = new Laboratory();
    const given = new Laboratory();
    made.prepare({ source: synthetic, seed: 7, warmup: 100 });
    const packed = packRequests(requests);
    expect(
      given.prepare({ source: { kind: 'excerpt', packed, facts: factsOf(requests) }, seed: 7, warmup: 100 }),
    ).toEqual({ gets: 4_000, operations: 4_000, keys: requests.universe, bytes: null, timed: false });
    const options = { levels: 'L1=20/-/lru,L2=60/-/sieve' };
    const { trial } = given.try(options);
    expect(trial.totals).toEqual(made.try(options).trial.totals);
    expect(trial.totals.requests).toBe(3_900);
  });

  it('replays the first of the requests that it makes, with the facts of all of them', () => {
    const laboratory = new Laboratory();
    const source = { kind: 'synthetic', spec: 'uniform:keys=5000', gets: 20_000, first: 1_000 } as const;
    const { gets, keys } = laboratory.prepare({ source, seed: 1, warmup: 0 });
    expect(gets).toBe(1_000);
    expect(keys).toBeLessThanOrEqual(1_000);
    // 20,000 draws leave out e^-4 of the 5,000 keys: a hundredth of the others is 49.
    expect(laboratory.try({ levels: 'L1=1%' }).trial.configuration.levels[0]!.capacity).toBe(49);
  });

  it('takes what a workload asks for into account, and the facts of the whole where it has an excerpt', () => {
    const laboratory = new Laboratory();
    laboratory.prepare({ source: { kind: 'synthetic', spec: 'hot-warm-cold', gets: 1_000 }, seed: 1, warmup: 0 });
    expect(laboratory.try({}).trial.configuration.levels.map(level => level.capacity)).toEqual([50, 150, 300]);
    const requests = synthesize('uniform:keys=10000', { requests: 20_000 });
    const packed = packRequests(firstGets(requests, 1_000));
    laboratory.prepare({ source: { kind: 'excerpt', packed, facts: factsOf(requests) }, seed: 1, warmup: 0 });
    // 20,000 draws leave out e^-2 of the 10,000 keys: a hundredth of the others is 86 or so, of the excerpt's keys 9.
    expect(laboratory.try({ levels: 'L1=1%' }).trial.configuration.levels[0]!.capacity).toBe(
      Math.floor(requests.universe / 100),
    );
  });

  it('gives back the fewest options and the whole configuration in texts', () => {
    const laboratory = new Laboratory();
    const { keys } = laboratory.prepare({ source: synthetic, seed: 1, warmup: 0 });
    const { options, draft } = laboratory.try({ preset: 'tierlab', levels: 'L1=1%/5m/lru', demotion: 'cascade' });
    expect(options).toEqual({ levels: 'L1=1%/5m/lru' });
    expect(draft.levels[0]!.capacity).toBe(String(Math.floor(keys / 100)));
  });

  it('leaves axes that follow others out of the draft, so that they go on following', () => {
    const laboratory = new Laboratory();
    laboratory.prepare({ source: synthetic, seed: 1, warmup: 0 });
    const { draft, resolved } = laboratory.try({ residency: 'guarded:challenger=lirs', inflight: 'off' });
    expect(draft.axes).not.toHaveProperty('residency');
    expect(resolved).toMatchObject({ residency: 'guarded:challenger=lirs', inflight: 'off' });
    const nine = laboratory.try(optionsOf({ ...draft, axes: { ...draft.axes, inclusion: 'nine' } }));
    expect(nine.resolved.residency).toBe('per-level');
    const ahead = laboratory.try(optionsOf({ ...draft, axes: { ...draft.axes, prediction: 'markov' } }));
    expect(ahead.resolved.inflight).toBe('coalesce');
    expect(ahead.trial.prefetches).not.toBeNull();
    expect(laboratory.try({ residency: 'unified' }).draft.axes.residency).toBe('unified');
  });

  it.each([
    [{ levels: 'L1=0' }, '--levels L1'],
    [{ policy: 'lur' }, '--policy'],
    [{ residency: 'unified:policy=lur' }, '--residency'],
  ])('refuses %o with its flag', (options, place) => {
    const laboratory = new Laboratory();
    laboratory.prepare({ source: synthetic, seed: 1, warmup: 0 });
    expect(() => laboratory.try(options)).toThrow(expect.objectContaining({ name: 'InputError', place }));
  });

  it('refuses a workload that does not exist and a warm-up that leaves nothing', () => {
    const prepare = (spec: string, warmup: number) =>
      new Laboratory().prepare({ source: { kind: 'synthetic', spec, gets: 10 }, seed: 1, warmup });
    expect(() => prepare('zpf', 0)).toThrow(expect.objectContaining({ name: 'InputError', place: '--workload' }));
    expect(() => prepare('zipf', 10)).toThrow(expect.objectContaining({ name: 'InputError', place: '--warmup' }));
  });
});

describe('the menus', () => {
  it('can be cloned into another thread', () => {
    expect(structuredClone(menusFor('entries'))).toEqual(menusFor('entries'));
  });

  it('offer in bytes what counts bytes, and in entries what needs none', () => {
    const names = (unit: 'entries' | 'bytes', menu: 'eviction' | 'admission') =>
      menusFor(unit)[menu].map(each => each.name);
    expect(names('bytes', 'admission')).toContain('adaptsize');
    expect(names('entries', 'admission')).not.toContain('adaptsize');
    expect(names('bytes', 'eviction').length).toBeLessThan(names('entries', 'eviction').length);
    expect(names('bytes', 'eviction')).toContain('lru');
  });
});
