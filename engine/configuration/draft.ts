import { formatDuration } from '../../spec/quantity.ts';
import type { Configuration, LevelConfiguration, Options, Unit } from './types.ts';

/** A level in the words of its options, each of which can be changed by itself. */
export interface LevelDraft {
  readonly name: string;
  /** `500`, `64MiB`, `1%`. */
  readonly capacity: string;
  /** `5m`; `-` for none. */
  readonly ttl: string;
  readonly policy: string;
  readonly admission: string;
  readonly latency: string;
}

/** What an option says of all levels at once stands with the levels. */
type OfLevels = 'levels' | 'policy' | 'admission' | 'latency';

/** The axes that are one text each. */
export type AxisDraft = Omit<Options, OfLevels>;

/** A configuration taken apart into texts for somebody who changes it piece by piece. */
export interface Draft {
  readonly levels: readonly LevelDraft[];
  readonly originLatency: string;
  readonly axes: AxisDraft;
}

export function draftOf(configuration: Configuration): Draft {
  const { unit, partitions, partitionLevels, preset, inflight, fill, rate, prediction } = configuration;
  const { residency, inclusion, placement, promotion, demotion, levelTtl, lifetime, expiry, coherence } = configuration;
  const { idleSeconds, staleWhileRevalidateSeconds, sweepSeconds, originConcurrency } = configuration;
  return {
    levels: configuration.levels.map(level => ({
      name: level.name,
      capacity: capacityText(level.capacity, unit),
      ttl: ttlText(level),
      policy: level.policy,
      admission: level.admission,
      latency: level.latency,
    })),
    originLatency: configuration.originLatency,
    axes: {
      ...{ preset, residency, inclusion, placement, promotion, demotion, levelTtl, lifetime, expiry, coherence },
      tti: formatDuration(idleSeconds ?? Number.POSITIVE_INFINITY),
      staleWhileRevalidate: formatDuration(staleWhileRevalidateSeconds ?? Number.POSITIVE_INFINITY),
      sweep: formatDuration(sweepSeconds ?? Number.POSITIVE_INFINITY),
      partitions,
      ...(partitions === 'none' ? {} : { quotas: partitionLevels.map(each => placeText(each, unit)).join() }),
      ...{ fill, inflight, prediction },
      originConcurrency: originConcurrency === null ? '-' : String(originConcurrency),
      rate: String(rate),
    },
  };
}

/** The options that a draft stands for, in the order in which the command line lists them; quotas need partitions. */
export function optionsOf({ levels, originLatency, axes }: Draft): Options {
  const { preset, quotas, ...rest } = axes;
  const [first] = levels;
  const alike = levels.every(level => level.admission === first?.admission);
  return {
    ...(preset === undefined ? {} : { preset }),
    levels: levels.map(({ name, capacity, ttl, policy }) => `${name}=${capacity}/${ttl}/${policy}`).join(),
    ...rest,
    admission: alike ? (first?.admission ?? 'always') : levels.map(each => `${each.name}=${each.admission}`).join(),
    latency: [...levels.map(each => `${each.name}=${each.latency}`), `origin=${originLatency}`].join(),
    ...(quotas === undefined || axes.partitions === 'none' ? {} : { quotas }),
  };
}

function placeText(place: LevelConfiguration, unit: Unit): string {
  return `${place.name}=${capacityText(place.capacity, unit)}/${ttlText(place)}/${place.policy}`;
}

function capacityText(capacity: number, unit: Unit): string {
  return unit === 'bytes' ? `${capacity}B` : String(capacity);
}

function ttlText({ ttlSeconds }: LevelConfiguration): string {
  return formatDuration(ttlSeconds ?? Number.POSITIVE_INFINITY);
}
