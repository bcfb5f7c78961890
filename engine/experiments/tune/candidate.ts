import { InputError } from '../../../spec/input-error.ts';
import { DATA_TYPES } from '../../../workloads/requests.ts';
import { resolveAdmission } from '../../build-admission.ts';
import { formatLevels } from '../../configuration/format-levels.ts';
import { findPreset, resolveConfiguration, type WorkloadFacts } from '../../configuration/resolve.ts';
import type { Configuration, LevelConfiguration, Options } from '../../configuration/types.ts';
import { unscalable } from '../../curves/scaling.ts';
import { orderOf } from '../../hierarchy/residency.ts';
import { NO_PREDICTION } from '../../prediction/none.ts';
import type { Point } from '../../search/space.ts';
import { type Budget, divide, type Tier } from './budget.ts';
import { specAt } from './parameters.ts';
import {
  CHALLENGER,
  DIVIDED_TYPES,
  LEVELS,
  LIFETIMES,
  lifetimeAxis,
  ORDER,
  PARTITIONS,
  PREDICTION,
  policyAxis,
  RESIDENCY,
  RESIDENCY_WORDS,
  ROOM,
  shareAxis,
  tiersOf,
} from './space.ts';

/** What every candidate has in common. */
export interface World {
  readonly budget: Budget;
  readonly facts: WorkloadFacts;
  /** What the user fixed: it stands in every candidate as it was given. */
  readonly given: Options;
  /** Of the origin, as every candidate meets it. */
  readonly originLatency: string;
}

/** A point of the space as a cache. */
export interface Candidate {
  readonly options: Options;
  readonly configuration: Configuration;
}

/** @returns null where there can be no such cache */
export function candidateAt(world: World, point: Point): Candidate | null {
  const options = optionsAt(world, point);
  if (options === null) return null;
  try {
    return { options, configuration: resolveConfiguration(options, world.facts) };
  } catch (error) {
    // Some of what is given and some of what is drawn may exclude each other.
    if (error instanceof InputError) return null;
    throw error;
  }
}

function optionsAt({ budget, given, originLatency }: World, point: Point): Options | null {
  const tiers = tiersOf(budget, String(point[LEVELS] ?? budget.tiers[0]!.name));
  const partitioned = point[PARTITIONS] === 'quota';
  // Partitions are as fast as the first level, and take their room before it does.
  const places = partitioned ? [tiers[0]!, ...tiers] : tiers;
  const names = [...(partitioned ? [PARTITIONS] : []), ...tiers.slice(0, -1).map(tier => tier.name)];
  const shares = names.map(name => Number(point[shareAxis(name)]));
  const capacities = divide(budget, places, shares, Number(point[ROOM] ?? 1));
  if (capacities === null) return null;
  const own = partitioned ? capacities.shift()! : 0;
  if (partitioned && own < DATA_TYPES.length - 1) return null;
  const levels = tiers.map((tier, t) => levelAt(budget, tier, capacities[t]!, point));
  const all = tiers.length === budget.tiers.length;
  const latency = [...levels.map(level => `${level.name}=${level.latency}`), `origin=${originLatency}`].join();
  const named = ['inclusion', 'placement', 'promotion', 'demotion', 'admission', 'levelTtl', PARTITIONS] as const;
  const axes = Object.fromEntries(
    named.flatMap(name => (point[name] === undefined ? [] : [[name, String(point[name])] as const])),
  );
  return {
    levels: formatLevels(levels, budget.unit),
    ...usualOmitted({
      residency: residencyAt(point),
      ...axes,
      prediction: point[PREDICTION] === undefined ? undefined : specAt(point, PREDICTION),
      quotas: partitioned ? quotasAt(budget, own, point) : undefined,
    }),
    ...given,
    // A level keeps its speed wherever it stands.
    ...((given.latency !== undefined || !all) && { latency }),
  };
}

/** What the default does anyway need not be said. */
function usualOmitted(options: Readonly<Record<string, string | undefined>>): Options {
  const usual: Options = { ...findPreset('tierlab').options, admission: 'always' };
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => value !== undefined && value !== usual[name as keyof Options]),
  );
}

function levelAt({ tiers }: Budget, tier: Tier, capacity: number, point: Point): LevelConfiguration {
  const lifetime = tiers.at(-1)!.ttlSeconds ?? Number.POSITIVE_INFINITY;
  const times = LIFETIMES[String(point[lifetimeAxis(tier.name)] ?? '1')]!;
  const last = !String(point[LEVELS] ?? tier.name).includes('+') || String(point[LEVELS]).endsWith(tier.name);
  // Nothing lives longer than with the default, whatever levels there are: how old an answer may be is not for the search to say.
  const ttl = last ? lifetime : Math.min(lifetime, times * (tier.ttlSeconds ?? lifetime));
  const ttlSeconds = ttl === Number.POSITIVE_INFINITY ? null : ttl;
  const policy = String(point[policyAxis(tier.name)] ?? 'lru');
  return { name: tier.name, capacity, ttlSeconds, policy, admission: 'always', latency: tier.latency };
}

/** The text of `--quotas`. What has a type lives as long as anything may. */
function quotasAt({ tiers, unit }: Budget, capacity: number, point: Point): string {
  const [, ...types] = DATA_TYPES;
  let left = capacity;
  const places = types.map((name, t) => {
    const below = types.length - 1 - t;
    const share = DIVIDED_TYPES.some(each => each === name) ? Number(point[shareAxis(name)]) : 1;
    const taken = Math.min(left - below, Math.max(1, Math.round(share * (left - below))));
    left -= taken;
    return {
      name,
      capacity: taken,
      ttlSeconds: tiers.at(-1)!.ttlSeconds,
      policy: String(point[policyAxis(PARTITIONS)]),
    };
  });
  return formatLevels(places, unit);
}

function residencyAt(point: Point): string | undefined {
  switch (point[RESIDENCY]) {
    case RESIDENCY_WORDS.guarded:
      return `guarded:challenger=${point[CHALLENGER] === undefined ? 'lirs' : specAt(point, CHALLENGER)}`;
    case RESIDENCY_WORDS.unified:
      return `unified:policy=${specAt(point, ORDER)}`;
    default:
      return point[RESIDENCY] === undefined ? undefined : RESIDENCY_WORDS.perLevel;
  }
}

/** Whether a miniature speaks for it: nothing in it counts requests, misjudges small caches or needs all keys to be there. */
export function scales(configuration: Configuration): boolean {
  const { residency, levels, partitionLevels, prediction, originConcurrency, unit } = configuration;
  if (prediction !== NO_PREDICTION || originConcurrency !== null) return false;
  const order = orderOf(residency);
  const policies = [
    ...(order === null ? levels.map(level => level.policy) : [order]),
    ...partitionLevels.map(partition => partition.policy),
  ];
  return (
    policies.every(policy => unscalable(policy, '--policies') === null) &&
    levels.every(
      ({ admission }) => !resolveAdmission(admission, unit === 'bytes', '--admission').entry.capabilities.paced,
    )
  );
}
