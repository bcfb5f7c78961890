import type { Requests } from '../../../workloads/requests.ts';
import { totalCapacity } from '../../configuration/total-capacity.ts';
import type { Configuration } from '../../configuration/types.ts';
import { METRICS, type Metric } from '../../documents/compare.ts';
import { replayInBlocks, type Sums } from '../../replay/blocks.ts';
import { type Replay, type ReplayOptions, replay } from '../../replay/replay.ts';
import { histogramOf, totalsOf } from '../measurements.ts';
import { balanced } from '../sim.ts';

/** What a run measured: one value of each metric, or one for each block. */
export type Observation = { readonly [Name in Metric]?: readonly number[] };

/** One value of each metric. */
type Whole = { readonly [Name in Metric]?: number };

/** A run that was looked at. */
export interface Observed {
  readonly observation: Observation;
  /** The same of the whole run. */
  readonly whole: Whole;
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
  const whole = wholeOf(run, requests, configuration);
  const observation = Object.fromEntries(metricsIn([whole]).map(metric => [metric, [whole[metric]!]]));
  return { observation, whole, replayMs: run.wallMs };
}

function wholeOf(run: Replay, requests: Requests, configuration: Configuration): Whole {
  const { mean, p99 } = histogramOf(run);
  const { hitRatio, byteHitRatio, originFetches, moved, staleHits, staleAnswers = 0 } = totalsOf(run, requests);
  return {
    hitRatio,
    ...(byteHitRatio !== undefined && { byteHitRatio }),
    latencyMeanMs: mean,
    latencyP99Ms: p99,
    originFetches,
    moved,
    staleHits: staleHits + staleAnswers,
    memory: totalCapacity(configuration),
  };
}

/**
 * A run block by block. Each block's value is what the whole run would come to if all went on as in this block, weighted by the
 * requests it holds, so that the mean over the blocks is the run's own value; p99 alone is that of the block itself.
 * @throws Error when the books do not balance
 */
export function observeBlocks(requests: Requests, configuration: Configuration, options: Progress): Observed {
  const { run, blocks: sums } = replayInBlocks(requests, configuration, { ...options, windows: BLOCKS }, BLOCKS);
  balanced(run, requests);
  const { series } = run.meter;
  const blocks = sums.length;
  const asWhole = (name: keyof Sums, whole: number) => sums.map(each => (each[name] * blocks) / whole);
  const observation = {
    hitRatio: asWhole('hits', run.requests),
    ...(requests.bytes !== null && { byteHitRatio: asWhole('bytesHit', run.meter.bytesRequested) }),
    latencyMeanMs: asWhole('latencyMs', run.requests),
    latencyP99Ms: series.map(each => each.latencyP99Ms),
    originFetches: asWhole('fetches', 1),
    moved: asWhole('moved', 1),
    staleHits: asWhole('stale', 1),
    memory: sums.map(() => totalCapacity(configuration)),
  };
  return { observation, whole: wholeOf(run, requests, configuration), replayMs: run.wallMs };
}

/** The fewest counted gets that can be cut into blocks of two. */
export const FEWEST_REQUESTS = 2 * BLOCKS;

/** How many blocks there are of so many counted gets. */
export function blocksOf(gets: number): number {
  return Math.ceil(gets / Math.ceil(gets / BLOCKS));
}

/** The metrics that all observations have. */
export function metricsIn(observations: readonly { readonly [Name in Metric]?: unknown }[]): Metric[] {
  return METRICS.filter(metric => observations.every(each => each[metric] !== undefined));
}

/** Joins what single runs measured, run by run. */
export function joined(observations: readonly Observation[]): Observation {
  return Object.fromEntries(
    metricsIn(observations).map(metric => [metric, observations.flatMap(each => each[metric]!)]),
  );
}
