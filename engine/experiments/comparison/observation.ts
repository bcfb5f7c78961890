import { GET, type Requests } from '../../../workloads/requests.ts';
import { totalCapacity } from '../../configuration/total-capacity.ts';
import type { Configuration } from '../../configuration/types.ts';
import { METRICS, type Metric } from '../../documents/compare.ts';
import { type Replay, type ReplayOptions, replay } from '../../replay/replay.ts';
import { histogramOf, totalsOf } from '../measurements.ts';
import { balanced } from '../sim.ts';

/** What a run measured: one value of each metric, or one for each block. */
export type Observation = { readonly [Name in Metric]?: readonly number[] };

/** A run that was looked at. */
export interface Observed {
  readonly observation: Observation;
  /** Wall-clock time of the loop alone. */
  readonly replayMs: number;
}

/** Blocks of consecutive requests that a trace is cut into. */
const BLOCKS = 20;

type Progress = Pick<ReplayOptions, 'seed' | 'warmup' | 'onProgress'>;

/** A whole run as one observation. @throws Error when the books do not balance */
export function observe(requests: Requests, configuration: Configuration, options: Progress): Observed {
  const run = replay(requests, configuration, options);
  balanced(run, requests);
  const { mean, p99 } = histogramOf(run);
  const { hitRatio, byteHitRatio, originFetches, moved, staleHits } = totalsOf(run, requests);
  const observation = {
    hitRatio: [hitRatio],
    ...(byteHitRatio !== undefined && { byteHitRatio: [byteHitRatio] }),
    latencyMeanMs: [mean],
    latencyP99Ms: [p99],
    originFetches: [originFetches],
    moved: [moved],
    staleHits: [staleHits],
    memory: [totalCapacity(configuration)],
  };
  return { observation, replayMs: run.wallMs };
}

/**
 * A run block by block. Each block's value is what the whole run would come to if all went on as in this block, weighted by the
 * requests it holds, so that the mean over the blocks is the run's own value; p99 alone is that of the block itself.
 * @throws Error when the books do not balance
 */
export function observeBlocks(requests: Requests, configuration: Configuration, options: Progress): Observed {
  const snapshots: ReturnType<typeof countsOf>[] = [];
  const run = replay(requests, configuration, {
    ...options,
    windows: BLOCKS,
    stops: blockEnds(requests, options.warmup),
    onStop: counts => snapshots.push(countsOf(counts)),
  });
  balanced(run, requests);
  // Fetches that were still under way, and records behind the last get, belong to the last block.
  snapshots[snapshots.length - 1] = countsOf(run);
  const { series } = run.meter;
  const blocks = series.length;
  const grown = (of: keyof (typeof snapshots)[number]) =>
    snapshots.map((each, b) => each[of] - (b === 0 ? 0 : snapshots[b - 1]![of]));
  const asWhole = (values: readonly number[], whole: number) => values.map(each => (each * blocks) / whole);
  const observation = {
    hitRatio: asWhole(
      series.map(({ requests: gets }, b) => gets - grown('misses')[b]!),
      run.requests,
    ),
    ...(requests.bytes !== null && { byteHitRatio: asWhole(grown('bytesHit'), run.bytesRequested) }),
    latencyMeanMs: asWhole(
      series.map(each => each.latencyMeanMs * each.requests),
      run.requests,
    ),
    latencyP99Ms: series.map(each => each.latencyP99Ms),
    originFetches: asWhole(grown('originFetches'), 1),
    moved: asWhole(grown('moved'), 1),
    staleHits: asWhole(grown('staleHits'), 1),
    memory: series.map(() => totalCapacity(configuration)),
  };
  return { observation, replayMs: run.wallMs };
}

/** The fewest counted gets that can be cut into blocks of two. */
export const FEWEST_REQUESTS = 2 * BLOCKS;

/** How many blocks there are of so many counted gets. */
export function blocksOf(gets: number): number {
  return Math.ceil(gets / Math.ceil(gets / BLOCKS));
}

/** The metrics that all observations have. */
export function metricsIn(observations: readonly Observation[]): Metric[] {
  return METRICS.filter(metric => observations.every(each => each[metric] !== undefined));
}

/** Joins what single runs measured, run by run. */
export function joined(observations: readonly Observation[]): Observation {
  return Object.fromEntries(
    metricsIn(observations).map(metric => [metric, observations.flatMap(each => each[metric]!)]),
  );
}

function countsOf({ hierarchy, meter, origin }: Pick<Replay, 'hierarchy' | 'meter' | 'origin'>) {
  return {
    misses: meter.misses,
    bytesHit: meter.bytesRequested - meter.bytesMissed,
    originFetches: origin ? origin.fetches : meter.misses,
    moved: hierarchy.residents.moved,
    staleHits: hierarchy.staleHits,
  };
}

/** Number of the record that ends each block: its last get. */
function blockEnds({ gets, batches }: Requests, warmup: number): number[] {
  const length = Math.ceil((gets - warmup) / BLOCKS);
  const ends: number[] = [];
  let record = 0;
  let seen = 0;
  for (const { op, length: records } of batches)
    for (let i = 0; i < records; i++, record++) {
      if (op && op[i] !== GET) continue;
      seen++;
      if (seen > warmup && ((seen - warmup) % length === 0 || seen === gets)) ends.push(record);
    }
  return ends;
}
