import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { parseDuration } from '../../spec/quantity.ts';
import type { WorkloadDefaults } from '../../workloads/contract.ts';
import type { Requests } from '../../workloads/requests.ts';
import { resolveEviction } from '../build-policy.ts';
import { orderOf } from '../hierarchy/residency.ts';
import { buildLatency } from '../latency.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import { admissionFor, choice, demotionFor, placementFor, predictionFor, promotionFor, residencyFor } from './axes.ts';
import { flatten } from './flatten.ts';
import { finiteOrNull, type LevelText, parseByName, parseLevels } from './level-list.ts';
import { partitionQuotas } from './partitions.ts';
import { type Preset, presets } from './presets.ts';
import {
  COHERENCES,
  type Configuration,
  EXPIRIES,
  FILLS,
  INCLUSIONS,
  INFLIGHTS,
  LEVEL_TTLS,
  type LevelConfiguration,
  LIFETIMES,
  type Options,
  PARTITIONS,
} from './types.ts';
import { absoluteCapacity, capacityUnit } from './unit.ts';

/** The origin's servers are looked through one by one. */
const MOST_SERVERS = 10_000;

/** What a configuration must know of the workload it is for. */
export interface WorkloadFacts {
  /** Distinct keys. */
  readonly keys: number;
  /** Sum of their sizes; null when the workload has none. */
  readonly bytes: number | null;
  /** Whether its records have times of their own. */
  readonly timed?: boolean;
  readonly defaults?: WorkloadDefaults | undefined;
}

export function factsOf({ universe, bytes, columns }: Requests): WorkloadFacts {
  return { keys: universe, bytes, timed: columns.includes('time') };
}

/**
 * Completes options to a configuration: an option first, then what the workload asks for, then the preset. Axes that
 * the inclusion constrains are set right (exclusive always moves, inclusive also fills below).
 * @throws InputError naming the option
 */
export function resolveConfiguration(options: Options, workload: WorkloadFacts): Configuration {
  const preset = findPreset(options.preset ?? 'tierlab');
  const given = { ...preset.options, ...options };
  const inclusion = choice(given.inclusion, INCLUSIONS, '--inclusion');
  const partitions = choice(given.partitions, PARTITIONS, '--partitions');
  const coherence = choice(given.coherence, COHERENCES, '--coherence');
  const levels = resolveLevels(options, preset, workload);
  const prediction = predictionFor(given.prediction, levels.resolved.length);
  const originConcurrency = concurrencyOf(given.originConcurrency);
  const staleSeconds = finiteOrNull(parseDuration(given.staleWhileRevalidate, '--stale-while-revalidate'));
  const configuration: Configuration = {
    preset: preset.name,
    unit: levels.unit,
    levels: levels.resolved,
    residency: residencyFor(options.residency, preset.options.residency, inclusion),
    inclusion,
    placement: placementFor(given.placement, inclusion),
    promotion: promotionFor(given.promotion, inclusion),
    demotion: demotionFor(given.demotion, inclusion),
    levelTtl: choice(given.levelTtl, LEVEL_TTLS, '--level-ttl'),
    lifetime: choice(given.lifetime, LIFETIMES, '--lifetime'),
    expiry: choice(given.expiry, EXPIRIES, '--expiry'),
    idleSeconds: finiteOrNull(parseDuration(given.tti, '--tti')),
    ...(staleSeconds !== null && { staleWhileRevalidateSeconds: staleSeconds }),
    sweepSeconds: given.sweep === undefined ? null : finiteOrNull(parseDuration(given.sweep, '--sweep')),
    coherence: inclusion === 'exclusive' ? 'supersede' : coherence,
    partitions,
    partitionLevels: resolvePartitions(partitions, levels, workload, options.quotas),
    fill: choice(options.fill ?? workload.defaults?.fill ?? given.fill, FILLS, '--fill'),
    originLatency: levels.originLatency,
    inflight: inflightFor(
      options.inflight,
      preset.options.inflight,
      workload.timed ?? false,
      prediction !== NO_PREDICTION || originConcurrency !== null,
    ),
    originConcurrency,
    prediction,
    rate: resolveRate(given.rate),
  };
  const order = orderOf(configuration.residency);
  if (order !== null) resolveEviction(order, configuration.unit === 'bytes', '--residency');
  return preset.name === 'flat' ? flatten(configuration) : configuration;
}

/** @throws InputError for one that does not exist */
export function findPreset(name: string): Preset {
  const preset = presets.find(each => each.name === name);
  if (preset) return preset;
  const known = presets.map(each => each.name);
  throw new InputError('--preset', `unknown preset "${name}"${suggestion(name, known)}`);
}

function resolveLevels(options: Options, preset: Preset, workload: WorkloadFacts) {
  const texts = levelTexts(options, preset, workload);
  const names = texts.map(level => level.name);
  const capacities = texts.map(level => level.capacity);
  const unit = capacityUnit(capacities, workload, '--levels');
  const admissions = parseByName(options.admission ?? 'always', names, '--admission');
  const latencies =
    options.latency === undefined ? new Map() : parseByName(options.latency, [...names, 'origin'], '--latency');
  const usual = parseByName(preset.options.latency, ['L1', 'L2', 'L3', 'origin'], '--latency');
  const latencyOf = (name: string, otherwise: string): string => {
    const spec = latencies.get(name) ?? usual.get(otherwise)!;
    const { msPerByte } = buildLatency(spec, `--latency ${name}`, Math.random);
    if (msPerByte > 0 && workload.bytes === null)
      throw new InputError(`--latency ${name}`, 'per-kib needs a workload with sizes, and this one has none');
    return spec;
  };
  const resolved = texts.map((level, depth): LevelConfiguration => {
    const policy = options.policy ?? level.policy;
    resolveEviction(policy, unit === 'bytes', options.policy === undefined ? `--levels ${level.name}` : '--policy');
    return {
      name: level.name,
      capacity: absoluteCapacity(level.capacity, unit, workload),
      ttlSeconds: level.ttlSeconds,
      policy,
      admission: admissionFor(admissions.get(level.name) ?? 'always', unit),
      latency: latencyOf(level.name, `L${Math.min(3, depth + 1)}`),
    };
  });
  return { resolved, unit, originLatency: latencyOf('origin', 'origin') };
}

function resolvePartitions(
  partitions: Configuration['partitions'],
  { resolved, unit }: ReturnType<typeof resolveLevels>,
  workload: WorkloadFacts,
  quotas: string | undefined,
): LevelConfiguration[] {
  if (partitions !== 'none') return partitionQuotas(resolved, unit, workload, quotas);
  if (quotas === undefined) return [];
  throw new InputError('--quotas', 'there are no partitions, expected --partitions quota beside it');
}

/** The levels' texts: an option's, or the preset's with the capacities that the workload asks for. */
function levelTexts(options: Options, preset: Preset, workload: WorkloadFacts): LevelText[] {
  const inherited = parseLevels(preset.options.levels, []);
  if (options.levels !== undefined) return parseLevels(options.levels, inherited);
  const capacities = workload.defaults?.capacities;
  if (capacities?.length !== inherited.length) return inherited;
  return inherited.map((level, depth) => ({ ...level, capacity: { unit: 'entries', value: capacities[depth]! } }));
}

/**
 * Fetches take time where time is the workload's own: at a rate that was made up for it, how many requests come while one is under
 * way means nothing. They do as well where somebody fetches ahead of demand, or waits for a server.
 * @param inherited the preset's
 * @param timed whether the workload has times of its own
 */
function inflightFor(
  asked: string | undefined,
  inherited: string | undefined,
  timed: boolean,
  needed: boolean,
): Configuration['inflight'] {
  if (asked === undefined && needed) return 'coalesce';
  const inflight = choice(asked ?? inherited ?? (timed ? 'coalesce' : 'off'), INFLIGHTS, '--inflight');
  if (inflight === 'off' && needed)
    throw new InputError(
      '--inflight',
      'off leaves nothing to wait for: --origin-concurrency and --prediction need time',
    );
  return inflight;
}

function concurrencyOf(text: string): number | null {
  if (text === '-') return null;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_SERVERS) return count;
  throw new InputError(
    '--origin-concurrency',
    `"${text}" is not a number of fetches (expected 1 to ${MOST_SERVERS}, or -)`,
  );
}

/** Requests per second. @throws InputError */
export function resolveRate(text: string): number {
  const rate = Number(text);
  if (rate > 0 && Number.isFinite(rate)) return rate;
  throw new InputError('--rate', `"${text}" is not a rate (expected requests per second, more than 0)`);
}
