import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { SimDocument } from '../documents/sim.ts';
import type { PrefetchCounts } from '../prediction/counts.ts';
import { replay } from '../replay/replay.ts';
import { answerersOf, latencyBuckets, latencyOverall, levelResult, phaseMarks, totalsOf } from './measurements.ts';

/** What one replay tells: the parts of a simulation's document that two caches are compared by. */
export interface Trial
  extends Pick<
    SimDocument,
    | 'configuration'
    | 'totals'
    | 'answeredBy'
    | 'levels'
    | 'partitions'
    | 'latencyMs'
    | 'latencyHistogram'
    | 'series'
    | 'phases'
  > {
  /** Null without prediction. */
  readonly prefetches: PrefetchCounts | null;
  /** Wall-clock time of the replay. */
  readonly replayMs: number;
}

/** Replays a workload against a cache once, as `runSim` does first, and makes none of the comparisons that follow there. */
export function runTrial(requests: Requests, configuration: Configuration, seed: number, warmup: number): Trial {
  const run = replay(requests, configuration, { seed, warmup });
  const { stores, levels } = run.hierarchy;
  const partitions = stores.slice(0, stores.length - levels.length);
  return {
    configuration,
    totals: totalsOf(run, requests),
    answeredBy: answerersOf(run),
    levels: levels.map(level => levelResult(run, level)),
    partitions: partitions.map(each => ({ ...levelResult(run, each), utility: null })),
    latencyMs: latencyOverall(run),
    latencyHistogram: latencyBuckets(run),
    series: run.meter.series,
    phases: phaseMarks(requests, warmup),
    prefetches: run.prefetcher?.counts ?? null,
    replayMs: run.wallMs,
  };
}
