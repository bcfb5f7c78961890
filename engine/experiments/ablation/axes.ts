import { demotionFor, placementFor, promotionFor } from '../../configuration/axes.ts';
import type { Configuration, LevelConfiguration } from '../../configuration/types.ts';
import { orderOf } from '../../hierarchy/residency.ts';

/** A design choice in which two configurations differ. */
export interface Axis {
  readonly name: string;
  /** The choice at the one end and at the other. */
  readonly from: string;
  readonly to: string;
  /** The axis that must be changed before this one; null where any order will do. */
  readonly after: string | null;
  /** A configuration with this choice of another one. */
  take(into: Configuration, of: Configuration): Configuration;
}

/** A choice, before it is known whether two configurations differ in it. */
interface Choice {
  readonly name: string;
  say(configuration: Configuration): string;
  take(into: Configuration, of: Configuration): Configuration;
}

const WORDS = {
  inclusion: 'inclusion',
  residency: 'residency',
  placement: 'placement',
  promotion: 'promotion',
  demotion: 'demotion',
  prediction: 'prediction',
  levelTtl: 'level-ttl',
  lifetime: 'lifetime',
  expiry: 'expiry',
  idleSeconds: 'tti',
  sweepSeconds: 'sweep',
  coherence: 'coherence',
  fill: 'fill',
  inflight: 'inflight',
  originConcurrency: 'origin-concurrency',
  originLatency: 'origin latency',
  rate: 'rate',
} as const satisfies { readonly [Field in keyof Configuration]?: string };

const PARTITIONS: Choice = {
  name: 'partitions',
  say: ({ partitions, partitionLevels }) =>
    partitions === 'none' ? partitions : `${partitions} ${sizes(partitionLevels)}`,
  take: (into, { partitions, partitionLevels }) => ({ ...into, partitions, partitionLevels }),
};

const STALE: Choice = {
  name: 'stale-while-revalidate',
  say: ({ staleWhileRevalidateSeconds }) => String(staleWhileRevalidateSeconds ?? '-'),
  take({ staleWhileRevalidateSeconds: _, ...into }, { staleWhileRevalidateSeconds: seconds }) {
    return seconds === undefined ? into : { ...into, staleWhileRevalidateSeconds: seconds };
  },
};

/** Where both ends have as many levels. */
const OF_LEVELS = {
  capacity: 'capacities',
  ttlSeconds: 'ttls',
  policy: 'policy',
  admission: 'admission',
  latency: 'latency',
} as const satisfies { readonly [Field in keyof LevelConfiguration]?: string };

const WHOLE_LEVELS: Choice = {
  name: 'levels',
  say: ({ levels }) => `${levels.map(({ name, capacity, policy }) => `${name}=${capacity}/${policy}`).join(',')}`,
  take: (into, { levels }) => ({ ...into, levels }),
};

/** The choices in which two configurations differ, in a fixed order. Both count capacities in the same unit. */
export function axesBetween(from: Configuration, to: Configuration): Axis[] {
  const words = Object.entries(WORDS).map(([field, name]) => choiceOf(field as keyof typeof WORDS, name));
  const levels =
    from.levels.length === to.levels.length
      ? Object.entries(OF_LEVELS).map(([field, name]) => choiceOfLevels(field as keyof typeof OF_LEVELS, name))
      : [WHOLE_LEVELS];
  return [...words, STALE, PARTITIONS, ...levels]
    .filter(({ take }) => JSON.stringify(take(from, to)) !== JSON.stringify(from))
    .map(({ name, say, take }) => ({ name, from: say(from), to: say(to), after: prerequisite(name, from, to), take }));
}

/**
 * One configuration with some choices of another. What the inclusion rules out is set right, as when options are resolved: exclusive
 * levels hold no copies to leave or to keep apart, inclusive ones lie below already.
 */
export function mixed(from: Configuration, to: Configuration, axes: readonly Axis[]): Configuration {
  const { inclusion, ...rest } = axes.reduce((into, axis) => axis.take(into, to), from);
  return {
    ...rest,
    inclusion,
    placement: placementFor(rest.placement, inclusion),
    promotion: promotionFor(rest.promotion, inclusion),
    demotion: demotionFor(rest.demotion, inclusion),
    coherence: inclusion === 'exclusive' ? 'supersede' : rest.coherence,
  };
}

/** One order over all levels keeps each id in one level: it comes after exclusive levels, and goes before they do. */
function prerequisite(axis: string, from: Configuration, to: Configuration): string | null {
  if (from.inclusion === to.inclusion) return null;
  if (axis === 'residency' && orderOf(to.residency) !== null) return 'inclusion';
  if (axis === 'inclusion' && orderOf(from.residency) !== null) return 'residency';
  return null;
}

function choiceOf(field: keyof typeof WORDS, name: string): Choice {
  return {
    name,
    say: configuration => String(configuration[field] ?? '-'),
    take: (into, of) => ({ ...into, [field]: of[field] }),
  };
}

function choiceOfLevels(field: keyof typeof OF_LEVELS, name: string): Choice {
  return {
    name,
    say: ({ levels }) => {
      const values = levels.map(level => String(level[field] ?? '-'));
      return new Set(values).size === 1 ? values[0]! : values.join('/');
    },
    take: (into, of) => ({
      ...into,
      levels: into.levels.map((level, depth) => ({ ...level, [field]: of.levels[depth]![field] })),
    }),
  };
}

function sizes(levels: readonly LevelConfiguration[]): string {
  return levels.map(level => level.capacity).join('/');
}
