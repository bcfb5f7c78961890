import { describe, expect, it } from 'vitest';
import { Recorder } from '../../../workloads/recorder.ts';
import { SET } from '../../../workloads/requests.ts';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import type { ComparedWorkload } from '../../documents/compare.ts';
import { randomStream } from '../../random.ts';
import { generate } from '../../runners/generate.ts';
import { joined, type Observation, observe, observeBlocks } from '../comparison/observation.ts';
import { type AblationPlan, ablate, planAblation } from './ablate.ts';
import { ABLATED, amountOf, unitOf } from './amounts.ts';

const LEVELS = 'L1=5/200ms/lru,L2=15/400ms/lru,L3=30/600ms/lru';
const configured = (options: Options) =>
  resolveConfiguration({ levels: LEVELS, ...options }, { keys: 100, bytes: null, defaults: { fill: 'cache-aside' } });
const SEEDS = [1, 2];
const GETS = 300;

/** Typed gets of a hundred keys, the popular ones more often, and a set after every fifth. */
function requestsOf(seed: number) {
  const random = randomStream(seed, 'test');
  const recorder = new Recorder(['op', 'type', 'priority']);
  const key = () => Math.floor(100 * random() ** 3);
  for (let i = 0; i < GETS; i++) {
    const id = key();
    recorder.add(id, { type: id % 4, priority: id % 3 });
    const changed = key();
    if (i % 5 === 0) recorder.add(changed, { type: changed % 4, priority: changed % 3, op: SET });
  }
  return recorder.finish();
}

function observed({ configurations }: AblationPlan): Observation[] {
  const runs = SEEDS.map(seed => ({ seed, requests: requestsOf(seed) }));
  return configurations.map(configuration =>
    joined(runs.map(({ seed, requests }) => observe(requests, configuration, { seed, warmup: 0 }).observation)),
  );
}

const plan = planAblation(configured({ preset: 'reference' }), configured({}), 2, 1);
const observations = observed(plan);
const workload: ComparedWorkload = {
  spec: 'test',
  requests: GETS,
  operations: GETS,
  keys: 100,
  samples: 'seeds',
  count: SEEDS.length,
  counted: GETS,
};
const ends = { from: { name: 'reference', options: {} }, to: { name: 'tierlab', options: {} } };

describe('from the reference to the default design', () => {
  it.each(ABLATED.filter(metric => metric !== 'byteHitRatio'))('the steps of %s add up exactly', metric => {
    const { from, to, steps } = ablate(plan, observations, { workload, metric, seed: 1, ...ends });
    expect(steps.reduce((sum, each) => sum + each.amount, 0)).toBe(to.amount - from.amount);
    for (const each of steps) expect(Number.isInteger(each.amount)).toBe(true);
    const whole = steps.reduce((sum, each) => sum + each.mean, 0);
    expect(whole).toBeCloseTo(to.mean - from.mean, 9);
    expect(from.mean).not.toBe(to.mean);
  });

  it('counts whole hits, of all seeds', () => {
    const { unit, from, to, steps } = ablate(plan, observations, { workload, metric: 'hitRatio', seed: 1, ...ends });
    expect(unit).toBe('hits');
    for (const end of [from, to]) expect(end.amount).toBe(Math.round(end.mean * GETS * SEEDS.length));
    for (const { amount, mean } of steps) expect(Math.abs(amount - mean * GETS * SEEDS.length)).toBeLessThan(1);
    const sizes = steps.map(each => Math.abs(each.amount));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('says what each choice does first and last, and the interval of its average', () => {
    const { steps } = ablate(plan, observations, { workload, metric: 'hitRatio', seed: 1, ...ends });
    const of = (set: number) => {
      const { hitRatio } = observations[plan.numbers.get(set)!]!;
      return hitRatio!.reduce((sum, each) => sum + each, 0) / SEEDS.length;
    };
    for (const [i, { name }] of plan.axes.entries()) {
      const step = steps.find(each => each.axis === name)!;
      expect(step.low).toBeLessThanOrEqual(step.mean);
      expect(step.high).toBeGreaterThanOrEqual(step.mean);
      if (plan.after[i] === -1) expect(step.first).toBeCloseTo(of(1 << i) - of(0), 12);
      const all = (1 << plan.axes.length) - 1;
      if (!plan.after.includes(i)) expect(step.last).toBeCloseTo(of(all) - of(all & ~(1 << i)), 12);
    }
  });
});

it('of many choices orders are drawn: others with another seed, and more where more are asked for', () => {
  const [from, to] = [configured({ preset: 'reference' }), configured({ policy: 'sieve' })];
  const drawn = (count: number, seed: number) => planAblation(from, to, count, seed);
  expect(drawn(6, 1)).toMatchObject({ orders: { count: 6, exact: false } });
  expect(drawn(6, 1).orders).toEqual(drawn(6, 1).orders);
  expect(drawn(6, 2).orders).not.toEqual(drawn(6, 1).orders);
  expect(drawn(30, 1).sets.length).toBeGreaterThan(drawn(6, 1).sets.length);
});

it('mixtures that come to the same are replayed once', () => {
  // Exclusive levels move instead of copying and have nothing to keep apart: all that is chosen beside that is the same.
  const to = configured({ preset: 'reference', inclusion: 'exclusive' });
  const { axes, numbers, configurations } = planAblation(configured({ preset: 'reference' }), to, 6, 1);
  expect(axes.map(each => each.name)).toEqual(['inclusion', 'promotion', 'coherence']);
  expect([...numbers.values()]).toEqual([0, 1, 2, 1, 3, 1, 4, 1]);
  expect(configurations).toHaveLength(5);
});

it('a trace is one run: its hits are counted once, and blocks tell how sure its effects are', () => {
  const requests = generate('zipf:keys=100', 999, 1);
  const two = planAblation(configured({ preset: 'flat' }), configured({ preset: 'flat', policy: 'lirs' }), 6, 1);
  const blocks = two.configurations.map(each => observeBlocks(requests, each, { seed: 1, warmup: 0 }).observation);
  const trace: ComparedWorkload = { ...workload, samples: 'blocks', count: 20, counted: 999 };
  const { from, to, steps } = ablate(two, blocks, { workload: trace, metric: 'hitRatio', seed: 1, ...ends });
  const hits = two.configurations.map(
    each => observe(requests, each, { seed: 1, warmup: 0 }).observation.hitRatio![0]! * 999,
  );
  expect(from.amount).toBe(Math.round(hits[0]!));
  expect(to.amount).toBe(Math.round(hits[1]!));
  expect(steps).toHaveLength(1);
  expect(steps[0]!.amount).toBe(to.amount - from.amount);
  expect(steps[0]!.high).toBeGreaterThan(steps[0]!.low);
});

it('amounts are whole numbers of small units', () => {
  expect(amountOf([0.5, 0.25], unitOf('hitRatio', 1_000).scale, 'seeds')).toBe(750);
  expect(amountOf([0.5, 0.25], unitOf('hitRatio', 1_000).scale, 'blocks')).toBe(375);
  expect(unitOf('latencyMeanMs', 1_000)).toEqual({ unit: 'microseconds waited', scale: 1e6 });
  expect(amountOf([1.23456789], unitOf('latencyP99Ms', 7).scale, 'seeds')).toBe(1_234_568);
});
