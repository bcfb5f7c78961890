import { evictionPolicies } from '../../../policies/catalog.ts';
import { predictors } from '../../../policies/prediction/catalog.ts';
import type { Options } from '../../configuration/types.ts';
import { NO_PREDICTION } from '../../prediction/none.ts';
import type { Axis } from '../../search/space.ts';
import { type Budget, sharesOf, type Tier } from './budget.ts';
import { parameterAxes } from './parameters.ts';

/** What is searched depends on what the workload has. */
export interface SpaceRequest {
  readonly budget: Budget;
  /** Specs of the eviction policies to be tried. */
  readonly policies: readonly string[];
  /** What the user fixed is not searched. */
  readonly given: Options;
  /** Whether the workload has times of its own: else lifetimes and fetches ahead mean nothing. */
  readonly timed: boolean;
  /** Whether fetches take time, without which nothing can be fetched ahead. */
  readonly fetchesTakeTime: boolean;
  /** Whether keys are known to be numbers, which some predictors reckon with. */
  readonly numeric: boolean;
  /** Whether requests say what type of data they are for, which may have room of its own. */
  readonly typed: boolean;
  /** Whether less than the whole budget may be best: where memory is part of what is to be made small. */
  readonly saves: boolean;
}

/** Names of axes that others look at. */
export const LEVELS = 'levels';
export const RESIDENCY = 'residency';
export const CHALLENGER = 'challenger';
export const ORDER = 'order';
export const ROOM = 'room';
export const PARTITIONS = 'partitions';
export const PREDICTION = 'prediction';
export const RESIDENCY_WORDS = { guarded: 'guarded', unified: 'unified', perLevel: 'per-level' } as const;
export const shareAxis = (tier: string) => `share of ${tier}`;
export const policyAxis = (tier: string) => `policy of ${tier}`;
export const lifetimeAxis = (tier: string) => `time in ${tier}`;

/** What an entry may spend in a level before it cools, as a multiple of what the default allows; `all`: its whole lifetime. */
export const LIFETIMES: Readonly<Record<string, number>> = {
  '1': 1,
  '1/4': 0.25,
  '4': 4,
  all: Number.POSITIVE_INFINITY,
};

/** Of what all partitions could have, and of what is left for a type; the third has the rest. */
const PARTITION_SHARES = { low: 0.02, high: 0.95 };
export const DIVIDED_TYPES = ['features', 'model'] as const;
/** Of what a level could have; wider where the default's lies outside. */
const SHARES = { low: 0.02, high: 1 };
/** A point where levels may hold copies of each other has one more place: all of them. */
const PLACEMENTS = ['priority', 'top', 'bottom', 'climb', 'all'];
const INCLUSIONS = ['exclusive', 'nine', 'inclusive'];
const PROMOTIONS = [
  ...['frequency', 'every-hit:to=top', 'every-hit', 'frequency:window=2', 'frequency:window=10', 'nth-hit'],
  ...['cost-benefit', 'probability', 'promote', 'ulc', 'never'],
];
const DEMOTIONS = ['cascade', 'worthy', 'reject-first', 'probability', 'drop'];
const ADMISSIONS = ['always', 'tinylfu', 'second-hit', 'larc', 'probability'];
const SIZED_ADMISSIONS = ['adaptsize', 'size-below'];

/** Which of the tiers a choice of levels has, by its word: `L1+L3`. */
export function tiersOf({ tiers }: Pick<Budget, 'tiers'>, word: string): Tier[] {
  const names = word.split('+');
  return tiers.filter(tier => names.includes(tier.name));
}

/** Every choice of levels, all of them first. */
function levelWords({ tiers }: Budget): string[] {
  const choices = Array.from({ length: 2 ** tiers.length - 1 }, (_, i) =>
    tiers.filter((_tier, t) => (i + 1) & (1 << t)),
  );
  return choices.sort((a, b) => b.length - a.length).map(choice => choice.map(tier => tier.name).join('+'));
}

/** The axes, each after those that it depends on. */
export function spaceFor(request: SpaceRequest): Axis[] {
  const { budget, policies, given, timed, typed, saves } = request;
  const words = levelWords(budget);
  const shares = sharesOf(budget);
  const having = (tier: Tier) => words.filter(word => word.split('+').includes(tier.name));
  const above = (tier: Tier) => having(tier).filter(word => word.split('+').at(-1) !== tier.name);
  const several = { [LEVELS]: words.filter(word => word.includes('+')) };
  const word = (name: string, values: readonly string[], rest: Partial<Axis> = {}): Axis[] =>
    values.length > 0 ? [{ kind: 'choice', name, values, ...rest } as Axis] : [];
  const free = (option: keyof Options, axes: Axis[]) => (given[option] === undefined ? axes : []);
  const mortal = budget.tiers.at(-1)!.ttlSeconds !== null;
  const ownOrders = given.residency === undefined || given.residency === RESIDENCY_WORDS.perLevel;
  const ownOrder = (levels: string[]) => ({
    [LEVELS]: levels,
    ...(given.residency === undefined && { [RESIDENCY]: [RESIDENCY_WORDS.perLevel] }),
  });
  return [
    ...word(LEVELS, words, { usual: 0.5 }),
    ...shares.map((share, t): Axis => {
      const tier = budget.tiers[t]!;
      const [low, high] = [Math.min(SHARES.low, share / 2), SHARES.high];
      return { kind: 'number', name: shareAxis(tier.name), low, high, when: { [LEVELS]: above(tier) } };
    }),
    ...(saves ? [{ kind: 'number', name: ROOM, low: 0.02, high: 1 } as const] : []),
    ...free('residency', [
      ...word(RESIDENCY, Object.values(RESIDENCY_WORDS)),
      ...word(CHALLENGER, challengers(policies), { when: { [RESIDENCY]: [RESIDENCY_WORDS.guarded] } }),
      ...word(ORDER, policies, { when: { [RESIDENCY]: [RESIDENCY_WORDS.unified] } }),
      ...parameterAxes(CHALLENGER, policies),
      ...parameterAxes(ORDER, policies),
    ]),
    ...(ownOrders
      ? budget.tiers.flatMap(tier => word(policyAxis(tier.name), policies, { when: ownOrder(having(tier)) }))
      : []),
    ...free(
      'inclusion',
      ownOrders ? word('inclusion', INCLUSIONS, { when: ownOrder(several[LEVELS]), usual: 0.8 }) : [],
    ),
    ...(typed ? partitionAxes(policies, given.partitions) : []),
    ...free('placement', word('placement', PLACEMENTS, { when: several, usual: 0.4 })),
    ...free('promotion', word('promotion', PROMOTIONS, { when: several, usual: 0.3 })),
    ...free(
      'demotion',
      word('demotion', [...DEMOTIONS, ...(timed && mortal ? ['min-remaining-ttl'] : [])], {
        when: several,
        usual: 0.6,
      }),
    ),
    ...free(
      'admission',
      word('admission', [...ADMISSIONS, ...(budget.unit === 'bytes' ? SIZED_ADMISSIONS : [])], { usual: 0.6 }),
    ),
    ...(timed && mortal ? free('levelTtl', word('levelTtl', ['cool', 'remove'], { when: several, usual: 0.7 })) : []),
    ...(timed && mortal
      ? budget.tiers
          .slice(0, -1)
          .flatMap(tier =>
            word(lifetimeAxis(tier.name), Object.keys(LIFETIMES), { when: { [LEVELS]: above(tier) }, usual: 0.5 }),
          )
      : []),
    ...free(PREDICTION, predictionAxes(predictions(request, mortal))),
  ];
}

function predictionAxes(values: readonly string[]): Axis[] {
  return [{ kind: 'choice', name: PREDICTION, values, usual: 0.5 }, ...parameterAxes(PREDICTION, values)];
}

/** Features, models and results with room of their own: all of it, then what of it the first has, then what of the rest the second has. */
function partitionAxes(policies: readonly string[], given: string | undefined): Axis[] {
  if (given === 'none') return [];
  const when = { [PARTITIONS]: ['quota'] };
  const values = given === undefined ? ['none', 'quota'] : [given];
  const share = (name: string): Axis => ({ kind: 'number', name: shareAxis(name), ...PARTITION_SHARES, when });
  return [
    { kind: 'choice', name: PARTITIONS, values, usual: 0.8 },
    ...[PARTITIONS, ...DIVIDED_TYPES].map(share),
    { kind: 'choice', name: policyAxis(PARTITIONS), values: policies, when },
  ];
}

/** The two that together hit more on recordings than one alone (docs/challengers.md). */
const TWO_CHALLENGERS = ['lirs', 's3-fifo'];

/** Who may challenge LRU; LIRS first, as in the default, where it is among the policies. */
function challengers(policies: readonly string[]): string[] {
  const rivals = policies.filter(policy => policy !== 'lru');
  const several = TWO_CHALLENGERS.every(policy => rivals.includes(policy)) ? [TWO_CHALLENGERS.join('+')] : [];
  return [...rivals.filter(policy => policy === 'lirs'), ...several, ...rivals.filter(policy => policy !== 'lirs')];
}

function predictions({ timed, fetchesTakeTime, numeric }: SpaceRequest, mortal: boolean): string[] {
  if (!timed || !fetchesTakeTime) return [NO_PREDICTION];
  const able = predictors.filter(
    ({ capabilities: can }) => !can.clairvoyant && (mortal || !can.expiring) && (numeric || !can.numeric),
  );
  return [NO_PREDICTION, ...able.map(each => each.name)];
}

/** Policies that often are among the best, and those that look at sizes where there are some. */
export function usualPolicies(sized: boolean): string[] {
  const good = [
    ...['lru', 'lirs', 'arc', 's3-fifo', 'w-tinylfu', 'sieve', '2q', 'slru', 'mq', 'lru-k', 'clock-pro', 'lrfu'],
    ...(sized ? ['gdsf', 'lhd', 'camp'] : []),
  ];
  const able = (name: string) => evictionPolicies.find(each => each.name === name)?.capabilities.sized;
  return sized ? good.filter(able) : good;
}
