import type { Requests } from '../../workloads/requests.ts';
import { advise, BLOCKS, type Variant } from '../advice/advise.ts';
import { observations } from '../advice/observations.ts';
import type { Effort } from '../advice/plan.ts';
import { flatten } from '../configuration/flatten.ts';
import type { Configuration, Options } from '../configuration/types.ts';
import { type DiagnosisInput, diagnose } from '../diagnosis/diagnose.ts';
import type { WorkloadSummary } from '../documents/head.ts';
import type { Baseline, SimDocument, Totals } from '../documents/sim.ts';
import { checkLaws } from '../hierarchy/laws.ts';
import { checkOriginLaws } from '../origin/laws.ts';
import { checkPrefetchLaws } from '../prediction/laws.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import { type ReplayInBlocks, replayInBlocks } from '../replay/blocks.ts';
import { type Replay, replay } from '../replay/replay.ts';
import { askedOnce } from '../statistics/asked-once.ts';
import { utilities } from './marginal-utility.ts';
import {
  answerersOf,
  histogramOf,
  latencyBuckets,
  latencyByType,
  latencyOverall,
  levelResult,
  movesOf,
  originLatency,
  phaseMarks,
  totalsOf,
} from './measurements.ts';
import { optimalIn } from './optimal.ts';
import { predictionResult } from './prediction.ts';
import { sizeCurve } from './size-curve.ts';
import { residencyMap, survey } from './workload-statistics.ts';

export interface SimInput {
  readonly requests: Requests;
  readonly workload: WorkloadSummary;
  readonly configuration: Configuration;
  readonly seed: number;
  /** Gets at the start that are not counted. */
  readonly warmup: number;
  /** How many changes may be tried on the workload. */
  readonly suggest: 'off' | Effort;
  /** What the user asked for, with some options changed, to be run with so many seeds. */
  vary(change: Options, seeds: number): Variant;
  /** Whether to say where the misses come from, and what an id is called; not at all unless given. */
  readonly explain?: Pick<DiagnosisInput, 'nameOf'>;
  /** The same workload drawn with another seed; absent for a recorded one. */
  another?(seed: number): Requests;
  onProgress?(done: number, total: number): void;
}

/** A simulation's document but for its digest and timing. */
export interface SimOutcome extends Omit<SimDocument, 'digest' | 'timing' | 'replications'> {
  readonly replayMs: number;
}

/** Replays a workload against a hierarchy and measures everything that the document holds. @throws Error when the books do not balance */
export function runSim(input: SimInput): SimOutcome {
  const { requests, configuration, seed, warmup } = input;
  const surveyed = survey(requests, warmup);
  const onProgress = input.onProgress && { onProgress: input.onProgress };
  const options = { seed, warmup, watchers: [surveyed.recorder], ...onProgress };
  const { run, blocks } = replayInBlocks(requests, configuration, options, BLOCKS);
  const { hierarchy, meter } = run;
  const levels = hierarchy.levels.map(level => levelResult(run, level));
  const worth = utilities(requests, hierarchy, configuration);
  const partitions = hierarchy.stores.slice(0, hierarchy.stores.length - levels.length);
  const answeredBy = answerersOf(run);
  const measured = {
    totals: totalsOf(run, requests),
    levels,
    partitions: partitions.map((each, p) => ({ ...levelResult(run, each), utility: worth?.partitions[p] ?? null })),
    latencyMs: latencyOverall(run),
  };
  const moves = movesOf(hierarchy);
  const curve = sizeCurve(requests, configuration, seed);
  return {
    schema: 'tierlab/sim@1',
    seed,
    workload: input.workload,
    configuration,
    warmup,
    ...measured,
    answeredBy,
    ...(worth && { utilityByType: worth.shared }),
    ...(requests.columns.includes('type') && { latencyByType: latencyByType(run) }),
    originLatencyMs: originLatency(run),
    latencyHistogram: latencyBuckets(run),
    series: meter.series,
    phases: phaseMarks(requests, warmup),
    moves,
    baseline: flatBaseline(requests, configuration, seed, warmup),
    ...(run.prefetcher && { prediction: predictionResult(run, run.prefetcher, input) }),
    curve,
    residencyMap: residencyMap(surveyed),
    workloadStatistics: surveyed.statistics,
    ...(input.explain && { diagnosis: diagnose({ ...input.explain, requests, configuration, seed, warmup }) }),
    ...advice(input, { run, blocks }, { ...measured, moves, curve }),
    checks: balanced(run, requests),
    replayMs: run.wallMs,
  };
}

function advice(
  input: SimInput,
  replayed: ReplayInBlocks,
  found: Pick<SimDocument, 'totals' | 'levels' | 'partitions' | 'latencyMs' | 'moves' | 'curve'>,
): Pick<SimDocument, 'suggestions' | 'observations'> {
  const { requests, configuration, suggest } = input;
  if (suggest === 'off') return { suggestions: [], observations: [] };
  const workingSet = configuration.unit === 'bytes' ? requests.bytes! : requests.universe;
  const known = {
    ...found,
    optimal: optimalIn(requests, configuration, { curve: found.curve, seed: input.seed }),
    prefetches: replayed.run.prefetcher?.counts ?? null,
    askedOnce: askedOnce(requests),
  };
  const facts = { configuration, measured: found, workingSet, run: known };
  return {
    suggestions: advise({ ...input, ...replayed, facts, effort: suggest }),
    observations: observations({ ...input, totals: found.totals }),
  };
}

/** The part of a simulation that replications repeat with other seeds. */
export function replaySim(
  requests: Requests,
  configuration: Configuration,
  seed: number,
  warmup: number,
  onProgress?: () => void,
): { totals: Totals; latencyMeanMs: number } {
  const run = replay(requests, configuration, { seed, warmup, ...(onProgress && { onProgress }) });
  balanced(run, requests);
  return { totals: totalsOf(run, requests), latencyMeanMs: histogramOf(run).mean };
}

function flatBaseline(requests: Requests, configuration: Configuration, seed: number, warmup: number): Baseline {
  const flat = flatten(configuration);
  const lru = {
    ...flat,
    prediction: NO_PREDICTION,
    levels: flat.levels.map(level => ({ ...level, policy: 'lru', admission: 'always' })),
  };
  const run = replay(requests, lru, { seed, warmup });
  const { hitRatio, originFetches } = totalsOf(run, requests);
  return { hitRatio, latencyMs: histogramOf(run), originFetches };
}

/** The accounting laws, all of which hold. @throws Error naming those that do not */
export function balanced({ hierarchy, meter, origin, prefetcher, requests, misses }: Replay, { universe }: Requests) {
  const checks = checkLaws(hierarchy, { requests, misses, universe });
  if (origin) checks.push(...checkOriginLaws(origin, meter));
  if (prefetcher) checks.push(...checkPrefetchLaws(prefetcher));
  const broken = checks.filter(check => !check.holds);
  if (broken.length > 0) throw new Error(`the books do not balance: ${broken.map(check => check.law).join('; ')}`);
  return checks;
}
