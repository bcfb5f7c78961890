import { InputError } from '../../spec/input-error.ts';
import { nearestName } from '../../spec/nearest.ts';
import { choice } from '../configuration/axes.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import {
  COHERENCES,
  type Configuration,
  EXPIRIES,
  INCLUSIONS,
  LEVEL_TTLS,
  LIFETIMES,
  type Options,
  PARTITIONS,
} from '../configuration/types.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import { count } from './request.ts';

/** What a cache needs beside its configuration. */
export interface HostOptions<Value> {
  /** Seconds, on a clock that never runs backwards; the machine's own if not given. */
  readonly clock?: () => number;
  /** Milliseconds that the machine's clock may lag behind in a rush of requests; 1 if not given, 0 to read it for each request. */
  readonly clockResolutionMs?: number;
  /** For policies that draw random numbers; 1 if not given. */
  readonly seed?: number;
  /** Keys outside the cache of which policies may remember something; three times the entries of the cache, at least 1,000. */
  readonly rememberedKeys?: number;
  /** The most entries, where capacities are in bytes; one for each KiB, at least 1,000. */
  readonly maxEntries?: number;
  /** Bytes of a value whose set names no size. */
  readonly sizeOf?: (value: Value, key: string) => number;
}

/** Without the axes that say what a simulation stands in for: the requests' rate, their client, the origin. */
type Axes = Omit<Options, 'rate' | 'fill' | 'inflight' | 'originConcurrency'>;

/** The document's sizes, every axis of the command line, and what a live cache needs. */
export interface CacheOptions<Value> extends Axes, HostOptions<Value> {
  /** Entries; 100, 500 and 1,000 in the document. Levels of other units or numbers: `levels`. */
  readonly l1Size?: number;
  readonly l2Size?: number;
  readonly l3Size?: number;
  /** Whether what is expected is loaded ahead of demand (`registerLoader`); by `markov`, where `prediction` names nobody else. */
  readonly enablePrediction?: boolean;
  /** A configuration that is complete already, in place of all axes. */
  readonly configuration?: Configuration;
}

/** Clients walk known ways in more workloads than keys have periods. */
const USUAL_PREDICTOR = 'markov';

const SIZES = { l1Size: 100, l2Size: 500, l3Size: 1_000 } as const;
const HOST = ['clock', 'clockResolutionMs', 'seed', 'rememberedKeys', 'maxEntries', 'sizeOf'];
/** Every axis, so that none is forgotten. */
const AXES = Object.keys({
  preset: true,
  levels: true,
  policy: true,
  residency: true,
  inclusion: true,
  placement: true,
  admission: true,
  promotion: true,
  demotion: true,
  levelTtl: true,
  lifetime: true,
  expiry: true,
  tti: true,
  staleWhileRevalidate: true,
  sweep: true,
  coherence: true,
  partitions: true,
  quotas: true,
  latency: true,
  prediction: true,
} satisfies Record<keyof Axes, true>);
const KNOWN = [...Object.keys(SIZES), 'enablePrediction', 'configuration', ...AXES, ...HOST];

/** Seen by no workload, so a share of it is no number. */
const UNKNOWN_WORKLOAD = { keys: Number.NaN, bytes: Number.NaN };

/** @throws InputError naming the option */
export function configurationOf(options: CacheOptions<never>): Configuration {
  for (const name of Object.keys(options))
    if (!KNOWN.includes(name)) throw new InputError(name, `unknown option${nearestOption(name)}`);
  const { configuration } = options;
  if (configuration === undefined) return agreed(options, resolved(withPredictor(options)));
  const other = [...Object.keys(SIZES), ...AXES].find(name => name in options);
  if (other !== undefined) throw new InputError(other, 'a complete configuration is given already');
  return agreed(options, checked(configuration));
}

/** The document's switch stands for a predictor of which it says nothing. */
function withPredictor(options: CacheOptions<never>): CacheOptions<never> {
  const left = options.enablePrediction === true && options.prediction === undefined;
  return left ? { ...options, prediction: USUAL_PREDICTOR } : options;
}

/** @throws InputError where the document's switch contradicts what is configured */
function agreed({ enablePrediction }: CacheOptions<never>, configuration: Configuration): Configuration {
  // Results of versions that knew of no prediction do not name it.
  const prediction = configuration.prediction ?? NO_PREDICTION;
  if (enablePrediction !== undefined && enablePrediction !== (prediction !== NO_PREDICTION))
    throw new InputError('enablePrediction', `found ${enablePrediction}, and prediction is ${prediction}`);
  return configuration;
}

/** Names are compared in lower case, as all other names of the project are written. */
function nearestOption(name: string): string {
  const lower = KNOWN.map(known => known.toLowerCase());
  const nearest = nearestName(name, lower);
  return nearest === undefined ? '' : `; did you mean "${KNOWN[lower.indexOf(nearest)]}"?`;
}

function resolved(options: CacheOptions<never>): Configuration {
  const axes = Object.fromEntries(Object.entries(options).filter(([name]) => AXES.includes(name)));
  const levels = levelsOf(options);
  const configuration = spoken(() =>
    resolveConfiguration(levels === undefined ? axes : { ...axes, levels }, UNKNOWN_WORKLOAD),
  );
  for (const { name, capacity } of configuration.levels)
    if (Number.isNaN(capacity))
      throw new InputError('levels', `${name} is a share of a workload, and a cache knows none: give entries or bytes`);
  return configuration;
}

/** The text of the levels where sizes are given. */
function levelsOf(options: CacheOptions<never>): string | undefined {
  const names = (Object.keys(SIZES) as (keyof typeof SIZES)[]).filter(name => options[name] !== undefined);
  if (names.length === 0) return options.levels;
  if (options.levels !== undefined) throw new InputError(names[0]!, 'levels are given already');
  const capacities = {
    ...SIZES,
    ...Object.fromEntries(names.map(name => [name, count(options[name]!, name, 'entries')])),
  };
  return Object.values(capacities)
    .map((capacity, depth) => `L${depth + 1}=${capacity}`)
    .join();
}

/** A configuration comes from a file: what is not asked of a catalogue later is looked at here. */
function checked(configuration: Configuration): Configuration {
  const place = 'configuration';
  const { unit, levels, partitionLevels } = configuration;
  if (!Array.isArray(levels) || levels.length < 1 || levels.length > 8)
    throw new InputError(
      `${place}.levels`,
      'expected 1 to 8 levels (what a result document has under "configuration")',
    );
  if (!Array.isArray(partitionLevels)) throw new InputError(`${place}.partitionLevels`, 'expected a list');
  for (const level of [...levels, ...partitionLevels]) count(level.capacity, `${place}.levels ${level.name}`, unit);
  choice(unit, ['entries', 'bytes'], `${place}.unit`);
  const { inclusion, levelTtl, lifetime, expiry, coherence, partitions } = configuration;
  choice(inclusion, INCLUSIONS, `${place}.inclusion`);
  choice(levelTtl, LEVEL_TTLS, `${place}.levelTtl`);
  choice(lifetime, LIFETIMES, `${place}.lifetime`);
  choice(expiry, EXPIRIES, `${place}.expiry`);
  choice(coherence, COHERENCES, `${place}.coherence`);
  choice(partitions, PARTITIONS, `${place}.partitions`);
  return configuration;
}

/** What the command line calls `--level-ttl` is called `levelTtl` here. */
export function spoken<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const place = error.place.replace(/^--([a-z-]+)/, (_, flag: string) =>
      flag.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
    );
    throw new InputError(place, error.problem);
  }
}

/** How many keys have ids: those in the cache, and those that are remembered. @throws InputError */
export function universeFor(
  { unit, levels, partitionLevels }: Configuration,
  { rememberedKeys, maxEntries }: HostOptions<never>,
): number {
  const room = [...levels, ...partitionLevels].reduce((sum, level) => sum + level.capacity, 0);
  if (unit === 'entries' && maxEntries !== undefined)
    throw new InputError('maxEntries', 'capacities are in entries already');
  const entries =
    unit === 'entries' ? room : count(maxEntries ?? Math.max(1_000, Math.ceil(room / 1_024)), 'maxEntries', 'entries');
  const remembered = count(rememberedKeys ?? Math.max(1_000, 3 * entries), 'rememberedKeys', 'keys');
  return entries + remembered;
}
