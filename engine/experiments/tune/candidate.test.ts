import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import { randomStream } from '../../random.ts';
import { latinHypercube } from '../../search/latin-hypercube.ts';
import { drawPoint, neighbours, type Point, pointOf } from '../../search/space.ts';
import { budgetOf } from './budget.ts';
import { candidateAt, scales } from './candidate.ts';
import { spaceFor, usualPolicies } from './space.ts';
import { startsIn } from './starts.ts';
import { roomOf } from './trials.ts';

const facts = { keys: 10_000, bytes: null, timed: true };

function problem(given: Options = {}, timed = true, typed = false) {
  const known = { ...facts, timed };
  const base = resolveConfiguration(given, known);
  const budget = budgetOf(base, 'entries', {});
  const policies = usualPolicies(false);
  const fetchesTakeTime = base.inflight !== 'off';
  const space = spaceFor({ budget, policies, given, timed, fetchesTakeTime, numeric: true, typed, saves: false });
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
    const { space, world } = problem({}, true, true);
    const changed = new Set<string>();
    for (const shares of latinHypercube(120, space.length, randomStream(2, 'test'))) {
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

  test('partitions take their room from the budget, are as fast as the first level and keep nothing longer', () => {
    const { space, world, starts } = problem({}, true, true);
    const point = starts.schemes.find(each => each.partitions === 'quota')!;
    const candidate = candidateAt(world, point)!;
    const { levels, partitionLevels } = candidate.configuration;
    // 90 % of 1,599, since the level needs one: a third, a half of the rest, and what is left.
    expect(partitionLevels.map(each => [each.name, each.capacity])).toEqual([
      ['features', 479],
      ['model', 480],
      ['result', 480],
    ]);
    expect(levels.map(each => each.capacity)).toEqual([161]);
    expect(new Set([...partitionLevels, ...levels].map(each => `${each.latency} ${each.ttlSeconds}`)).size).toBe(1);
    expect(roomOf(world, candidate).capacity).toBe(1600);
    // As fast as L1 there are 100 entries, for the partitions and L1 together.
    const fast = candidateAt(
      world,
      pointOf(space, { ...starts.usual, partitions: 'quota', 'share of partitions': 0.6 }),
    )!;
    expect(fast.configuration.partitionLevels.reduce((sum, each) => sum + each.capacity, 0)).toBe(60);
    expect(fast.configuration.levels.map(each => each.name)).toEqual(['L1', 'L2', 'L3']);
    expect(fast.configuration.levels[0]!.capacity).toBeLessThanOrEqual(40);
    expect(problem().space.map(axis => axis.name)).not.toContain('partitions');
    expect(problem({ partitions: 'none' }, true, true).space.map(axis => axis.name)).not.toContain('partitions');
    // Asked for, they are in every candidate, within the budget, and LRU without them is no comparison.
    const asked = problem({ partitions: 'quota' }, true, true);
    expect(asked.starts.flat).toBeNull();
    for (const shares of latinHypercube(30, asked.space.length, randomStream(4, 'test'))) {
      const drawn = candidateAt(asked.world, drawPoint(asked.space, shares));
      if (!drawn) continue;
      expect(drawn.configuration.partitions).toBe('quota');
      expect(roomOf(asked.world, drawn).capacity).toBeLessThanOrEqual(1600);
    }
  });

  test('where partitions have a price it is that of the first level', () => {
    const { world, starts } = problem({}, true, true);
    const [first, ...rest] = world.budget.tiers;
    const priced = { ...world, budget: { ...world.budget, tiers: [{ ...first!, price: 3 }, ...rest] } };
    const only = { ...starts.schemes.at(-1)!, levels: 'L1', 'share of partitions': 0.5 };
    // 50 of 100 entries to the partitions and 50 to L1.
    expect(roomOf(priced, candidateAt(priced, only)!)).toEqual({ capacity: 100, cost: 300 });
  });

  test('copies are searched where each level has its own order, and parameters where they mean something', () => {
    const { world, space, starts } = problem();
    const residencyOf = (values: Point) => candidateAt(world, pointOf(space, values))!.configuration.residency;
    const inclusions = starts.schemes.map(each => candidateAt(world, each)!.configuration);
    expect(inclusions.map(each => [each.inclusion, each.residency, each.demotion])).toEqual([
      ['nine', 'per-level', 'drop'],
      ['inclusive', 'per-level', 'drop'],
    ]);
    expect(starts.usual).not.toHaveProperty('inclusion');
    expect(problem({ residency: 'unified' }).space.map(axis => axis.name)).not.toContain('inclusion');
    const window = { 'window of w-tinylfu as order': '0.1' };
    expect(residencyOf({ ...starts.usual, residency: 'unified', order: 'w-tinylfu', ...window })).toBe(
      'unified:policy=w-tinylfu:window=0.1',
    );
    expect(residencyOf({ ...starts.usual, residency: 'unified', order: 'lirs', ...window })).toBe(
      'unified:policy=lirs',
    );
    expect(residencyOf({ ...starts.usual, challenger: 'lirs+s3-fifo' })).toBe('guarded:challenger=lirs+s3-fifo');
    const support = { 'support of markov as prediction': '4', 'threshold of markov as prediction': '0.25' };
    expect(
      candidateAt(world, pointOf(space, { ...starts.usual, prediction: 'markov', ...support }))!.configuration
        .prediction,
    ).toBe('markov:threshold=0.25,support=4');
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
