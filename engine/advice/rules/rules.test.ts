import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import { simulate } from '../../experiments/simulate.ts';
import { newPrefetchCounts } from '../../prediction/counts.ts';
import type { Facts, Rule } from '../proposal.ts';
import { deadHoldRoom, lifetimesShort } from './lifetimes.ts';
import { policyGap } from './policy-gap.ts';
import { predictorPollutes } from './predictor-pollutes.ts';
import { promotionChurn } from './promotion-churn.ts';
import { scanPollution } from './scan-pollution.ts';
import { cliffAhead, pastTheKnee } from './size-steps.ts';
import { staleHits } from './stale-hits.ts';
import { stampede } from './stampede.ts';
import { unusedLevel } from './unused-level.ts';

const LEVELS = 'L1=50/5m/lru,L2=150/15m/lru';
const measured = simulate({ workload: 'zipf:keys=1000', requests: 1_000, cache: { levels: LEVELS } });

type Changed = Partial<NonNullable<Facts['run']>>;

/** The facts of a run of 1,000 requests in 50 and 150 entries, with what a rule looks at changed. */
function facts(changed: Changed, options: Options = {}): Facts {
  const { totals, levels, partitions, moves, latencyMs } = measured;
  const configuration = resolveConfiguration({ levels: LEVELS, ...options }, { keys: 1_000, bytes: null });
  const run = {
    totals,
    levels,
    partitions,
    moves,
    curve: null,
    optimal: null,
    prefetches: null,
    askedOnce: 0,
    ...changed,
  };
  return { configuration, measured: { totals, levels, latencyMs }, workingSet: 1_000, run };
}

const changesOf = (rule: Rule, given: Facts) => rule(given).map(each => each.change);

function curve(points: Readonly<Record<number, number>>, policy = 'lru'): Changed {
  const rows = Object.entries(points).map(([capacity, missRatio]) => ({
    policy,
    capacity: Number(capacity),
    unit: 'entries' as const,
    requests: 1_000,
    hits: 0,
    misses: 0,
    hitRatio: 1 - missRatio,
    missRatio,
    evictions: 0,
  }));
  return { curve: { rows, marks: [] } };
}

describe('sizes', () => {
  it('go up to a cliff within twice the size, where a step saves two points', () => {
    const steep = curve({ 100: 0.6, 200: 0.5, 250: 0.49, 300: 0.3, 400: 0.29, 500: 0.1 });
    expect(changesOf(cliffAhead, facts(steep))).toEqual([{ levels: 'L1=75/5m/lru,L2=225/15m/lru' }]);
    expect(changesOf(cliffAhead, facts(curve({ 200: 0.5, 300: 0.481, 401: 0.1 })))).toEqual([]);
  });

  it('go down to the knee, where a tenth and more is to be given back', () => {
    const flat = curve({ 50: 0.6, 100: 0.502, 150: 0.501, 200: 0.5 });
    expect(changesOf(pastTheKnee, facts(flat))).toEqual([{ levels: 'L1=25/5m/lru,L2=75/15m/lru' }]);
    expect(changesOf(pastTheKnee, facts(curve({ 100: 0.503, 181: 0.5, 200: 0.5 })))).toEqual([]);
  });

  it('stay where no curve was measured, or none of LRU', () => {
    expect([...cliffAhead(facts({})), ...pastTheKnee(facts({}))]).toEqual([]);
    expect(pastTheKnee(facts(curve({ 50: 0.5, 200: 0.5 }, 'opt')))).toEqual([]);
  });
});

describe('lifetimes', () => {
  const expired = (count: number, misses: number): Changed => ({
    totals: { ...measured.totals, misses },
    levels: measured.levels.map((level, depth) => ({ ...level, expired: depth === 0 ? count : 0 })),
  });

  it('grow four times and sixteen times where 2 % of the misses stand beside expired entries', () => {
    expect(changesOf(lifetimesShort, facts(expired(2, 100)))).toEqual([
      { levels: 'L1=50/20m/lru,L2=150/1h/lru' },
      { levels: 'L1=50/80m/lru,L2=150/4h/lru' },
    ]);
    expect(lifetimesShort(facts(expired(1, 100)))).toEqual([]);
  });

  it('are left alone where there are none, but for the time to idle', () => {
    const untimed = { levels: 'L1=50/-/lru,L2=150/-/lru' };
    expect(lifetimesShort(facts(expired(50, 100), untimed))).toEqual([]);
    expect(changesOf(lifetimesShort, facts(expired(50, 100), { ...untimed, tti: '60' }))[0]).toEqual({
      ...untimed,
      tti: '4m',
    });
  });

  it('end in time for the dead to make room, where the dead are found only when they are looked up', () => {
    expect(changesOf(deadHoldRoom, facts(expired(2, 100), { expiry: 'lazy' }))).toEqual([{ expiry: 'expired-first' }]);
    expect(deadHoldRoom(facts(expired(1, 100), { expiry: 'lazy' }))).toEqual([]);
    expect(deadHoldRoom(facts(expired(50, 100)))).toEqual([]);
  });
});

it('a level that answers less than 0.2 % goes, and the others keep their latency', () => {
  const hits = (count: number): Changed => ({
    totals: { ...measured.totals, requests: 1_000 },
    levels: measured.levels.map((level, depth) => ({ ...level, hits: depth === 0 ? count : 500 })),
  });
  expect(changesOf(unusedLevel, facts(hits(1)))).toEqual([
    { levels: 'L2=150/15m/lru', latency: 'L2=fixed:ms=0.2,origin=lognormal:median=5,sigma=0.3' },
  ]);
  expect(unusedLevel(facts(hits(2)))).toEqual([]);
});

it('promotion calms down where a tenth of the requests move an entry up', () => {
  const promotions = (count: number): Changed => ({
    totals: { ...measured.totals, requests: 1_000 },
    moves: [
      { from: 'L2', to: 'L1', kind: 'promotion', count },
      { from: 'L1', to: 'L2', kind: 'demotion', count: 900 },
    ],
  });
  const everyHit = { promotion: 'every-hit' };
  expect(changesOf(promotionChurn, facts(promotions(100), everyHit)).map(each => each.promotion)).toEqual([
    'frequency',
    'nth-hit:n=2',
    'nth-hit:n=4',
  ]);
  expect(changesOf(promotionChurn, facts(promotions(100))).map(each => each.promotion)).not.toContain('frequency');
  expect(promotionChurn(facts(promotions(99), everyHit))).toEqual([]);
});

describe('other policies are tried where OPT hits 3 points more', () => {
  const optimal = (above: number, error = 0, share = 1): Changed => ({
    optimal: { hitRatio: measured.totals.hitRatio + above, error, share },
  });

  it('as one order over levels that exclude each other', () => {
    const changes = changesOf(policyGap, facts(optimal(0.031), { residency: 'unified:policy=arc' }));
    expect(changes).toContainEqual({ residency: 'unified:policy=lirs' });
    expect(changes).not.toContainEqual({ residency: 'unified:policy=arc' });
    expect(policyGap(facts(optimal(0.029)))).toEqual([]);
  });

  it('with the error of an estimate', () => {
    const reason = (changed: Changed) => policyGap(facts(changed))[0]!.reason;
    expect(reason(optimal(0.05))).toBe(
      'In the same room OPT, which knows the future, hits 5.0 % more of the requests.',
    );
    expect(reason(optimal(0.05, 0.012, 0.25))).toContain(
      'more of the requests (estimated from 25.0 % of the keys, ±1.2 %).',
    );
  });

  it('in every level where they do not', () => {
    const changes = changesOf(policyGap, facts(optimal(0.1), { inclusion: 'nine', residency: 'per-level' }));
    expect(changes.flatMap(each => Object.keys(each))).toEqual(changes.map(() => 'policy'));
  });
});

it('newcomers are judged where a tenth of the requests is for keys asked for once', () => {
  expect(changesOf(scanPollution, facts({ askedOnce: 0.1 }))).toEqual([
    { admission: 'tinylfu' },
    { admission: 'second-hit' },
  ]);
  expect(scanPollution(facts({ askedOnce: 0.09 }))).toEqual([]);
  expect(scanPollution(facts({ askedOnce: 0.5 }, { admission: 'tinylfu' }))).toEqual([]);
});

it('stale hits change what lets them happen, and nothing else', () => {
  const stale: Changed = { totals: { ...measured.totals, staleHits: 1 } };
  const reference = { preset: 'reference' };
  expect(changesOf(staleHits, facts(stale, reference))).toEqual([{ coherence: 'supersede', lifetime: 'carry' }]);
  expect(changesOf(staleHits, facts(stale, { ...reference, lifetime: 'carry' }))).toEqual([{ coherence: 'supersede' }]);
  expect(staleHits(facts({ totals: { ...measured.totals, staleHits: 0 } }, reference))).toEqual([]);
});

describe('a predictor', () => {
  const counts = { ...newPrefetchCounts(), requested: 300, issued: 100, useful: 55, late: 5 };
  const pushing = (pollution: number, prediction: string) =>
    facts({ prefetches: { ...counts, pollution } }, { prediction });

  it('whose fetches push out a tenth of what they serve is throttled, or goes', () => {
    expect(changesOf(predictorPollutes, pushing(6, 'markov:threshold=0.1,throttle=false'))).toEqual([
      { prediction: 'markov:threshold=0.1' },
      { prediction: 'none', inflight: 'coalesce' },
    ]);
    expect(changesOf(predictorPollutes, pushing(6, 'markov'))).toEqual([{ prediction: 'none', inflight: 'coalesce' }]);
  });

  it('goes where half of what it fetches serves nobody', () => {
    const served = (useful: number) => facts({ prefetches: { ...counts, useful } }, { prediction: 'markov' });
    expect(changesOf(predictorPollutes, served(44))).toEqual([{ prediction: 'none', inflight: 'coalesce' }]);
    expect(predictorPollutes(served(45))).toEqual([]);
  });

  it('stays where it pushes out less, fetched nothing, or is absent', () => {
    expect(predictorPollutes(pushing(5, 'markov'))).toEqual([]);
    expect(predictorPollutes(facts({ prefetches: newPrefetchCounts() }, { prediction: 'markov' }))).toEqual([]);
    expect(predictorPollutes(facts({}))).toEqual([]);
  });
});

describe('a stampede', () => {
  const totals = { ...measured.totals, misses: 1_000 };

  it('ends where misses join the fetch that is under way, if a hundredth of them did not', () => {
    const rushing = { inflight: 'stampede', preset: 'exclusive-lru' };
    expect(changesOf(stampede, facts({ totals: { ...totals, doubledFetches: 10 } }, rushing))).toEqual([
      { inflight: 'coalesce' },
    ]);
    expect(stampede(facts({ totals: { ...totals, doubledFetches: 9 } }, rushing))).toEqual([]);
  });

  it('does not begin where entries in use are refreshed before they expire, if a tenth of the misses waits', () => {
    const waiting = (delayedHits: number, options: Options = {}) =>
      facts({ totals: { ...totals, delayedHits } }, { inflight: 'coalesce', ...options });
    expect(changesOf(stampede, waiting(100))).toEqual([
      { prediction: 'ttl-refresh' },
      { prediction: 'ttl-refresh:mode=early' },
    ]);
    expect(stampede(waiting(99))).toEqual([]);
    expect(stampede(waiting(100, { prediction: 'markov' }))).toEqual([]);
    expect(stampede(waiting(100, { levels: 'L1=50/-/lru' }))).toEqual([]);
  });
});

it('no rule says anything of a live cache that takes the requests to know', () => {
  const live = { ...facts({}), run: null };
  for (const rule of [cliffAhead, pastTheKnee, lifetimesShort, deadHoldRoom, unusedLevel, promotionChurn])
    expect(rule(live)).toEqual([]);
  for (const rule of [policyGap, scanPollution, staleHits, predictorPollutes, stampede]) expect(rule(live)).toEqual([]);
});
