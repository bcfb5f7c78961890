import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import { randomStream } from '../../random.ts';
import { latinHypercube } from '../../search/latin-hypercube.ts';
import { drawPoint, neighbours } from '../../search/space.ts';
import { budgetOf } from './budget.ts';
import { candidateAt, scales } from './candidate.ts';
import { spaceFor, usualPolicies } from './space.ts';
import { startsIn } from './starts.ts';

const facts = { keys: 10_000, bytes: null, timed: true };

function problem(given: Options = {}, timed = true) {
  const known = { ...facts, timed };
  const base = resolveConfiguration(given, known);
  const budget = budgetOf(base, 'entries', {});
  const policies = usualPolicies(false);
  const fetchesTakeTime = base.inflight !== 'off';
  const space = spaceFor({ budget, policies, given, timed, fetchesTakeTime, numeric: true, saves: false });
  const world = { budget, facts: known, given, originLatency: base.originLatency };
  return { base, space, world, starts: startsIn(space, budget, policies, given) };
}

describe('a point of the space', () => {
  test.each([true, false])('the default is the default preset, whether there are times (%s) or not', timed => {
    const { base, world, starts } = problem({}, timed);
    expect(candidateAt(world, starts.usual)!.configuration).toEqual(base);
    // What the default does anyway is not said.
    expect(Object.keys(candidateAt(world, starts.usual)!.options)).toEqual(['levels']);
  });

  test('one policy in all levels is the preset exclusive-lru with that policy and the lifetimes of the default', () => {
    const { world, starts } = problem();
    const levels = 'L1=100/5m/lru,L2=500/15m/lru,L3=1000/30m/lru';
    expect(candidateAt(world, starts.single[0]!)!.configuration).toEqual({
      ...resolveConfiguration({ preset: 'exclusive-lru', levels }, facts),
      preset: 'tierlab',
    });
  });

  test('one LRU as fast as the last level has all the room and hits as the preset flat does', () => {
    const { world, starts } = problem();
    const { levels, residency } = candidateAt(world, starts.flat!)!.configuration;
    expect(residency).toBe('unified:policy=lru');
    expect(levels).toMatchObject([{ name: 'L3', capacity: 1600, ttlSeconds: 1800, latency: 'fixed:ms=1' }]);
  });

  test('keeps to the budget, to the speed of each level and to the longest lifetime, wherever it lies', () => {
    const { space, world, base } = problem();
    const drawn = latinHypercube(300, space.length, randomStream(1, 'test')).map(shares => drawPoint(space, shares));
    let possible = 0;
    for (const point of drawn) {
      const candidate = candidateAt(world, point);
      if (!candidate) continue;
      possible++;
      const { levels } = candidate.configuration;
      let fast = 0;
      let room = 0;
      for (const tier of base.levels) {
        room += tier.capacity;
        const level = levels.find(each => each.name === tier.name);
        fast += level?.capacity ?? 0;
        expect(fast).toBeLessThanOrEqual(room);
        if (level) expect([level.latency, level.ttlSeconds! <= 1800]).toEqual([tier.latency, true]);
      }
      expect(levels.at(-1)!.ttlSeconds).toBe(1800);
    }
    expect(possible).toBeGreaterThan(250);
  });

  test('every axis changes the cache somewhere', () => {
    const { space, world } = problem();
    const changed = new Set<string>();
    for (const shares of latinHypercube(60, space.length, randomStream(2, 'test'))) {
      const point = drawPoint(space, shares);
      const own = JSON.stringify(candidateAt(world, point)?.configuration);
      for (const other of neighbours(space, point, 2)) {
        const axis = space.find(({ name }) => other[name] !== point[name])?.name;
        const theirs = JSON.stringify(candidateAt(world, other)?.configuration);
        if (axis !== undefined && theirs !== undefined && theirs !== own) changed.add(axis);
      }
    }
    expect(space.map(axis => axis.name).filter(name => !changed.has(name))).toEqual([]);
  });

  test('what is given stands in every candidate and is no axis', () => {
    const { space, world } = problem({ promotion: 'never', residency: 'unified:policy=arc' });
    const names = space.map(axis => axis.name);
    for (const name of ['promotion', 'residency', 'order', 'challenger', 'policy of L1'])
      expect(names).not.toContain(name);
    for (const shares of latinHypercube(20, space.length, randomStream(3, 'test')))
      expect(candidateAt(world, drawPoint(space, shares))?.configuration).toMatchObject({
        promotion: 'never',
        residency: 'unified:policy=arc',
      });
  });

  test('without times nothing is predicted and no lifetime is searched', () => {
    const names = problem({}, false).space.filter(axis => axis.kind === 'number' || axis.values.length > 1);
    expect(names.map(axis => axis.name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/time in|prediction|levelTtl/)]),
    );
    const prediction = problem().space.find(axis => axis.name === 'prediction');
    expect(prediction).toMatchObject({ values: expect.arrayContaining(['none', 'markov', 'ttl-refresh']) });
    expect(prediction).not.toMatchObject({ values: expect.arrayContaining(['oracle']) });
  });
});

test('a miniature speaks for policies that scale, and for nothing that counts requests or fetches ahead', () => {
  const judged = (options: Options) => scales(resolveConfiguration(options, facts));
  expect(judged({})).toBe(true);
  expect(judged({ residency: 'guarded:challenger=lfu' })).toBe(false);
  expect(judged({ residency: 'per-level', policy: 'lfu' })).toBe(false);
  expect(judged({ prediction: 'markov' })).toBe(false);
  expect(judged({ originConcurrency: '4' })).toBe(false);
});
