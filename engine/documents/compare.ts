import type { Configuration, Options } from '../configuration/types.ts';
import type { DocumentHead, Timing, WorkloadSummary } from './head.ts';

/** What is compared, in the order of tables and pictures; `byteHitRatio` only where a workload has sizes. */
export const METRICS = [
  'hitRatio',
  'byteHitRatio',
  'latencyMeanMs',
  'latencyP99Ms',
  'originFetches',
  'moved',
  'staleHits',
  'memory',
] as const;

export type Metric = (typeof METRICS)[number];

/** Of everything else, less is better. */
export function moreIsBetter(metric: Metric): boolean {
  return metric === 'hitRatio' || metric === 'byteHitRatio';
}

export const VERDICTS = ['better', 'worse', 'no real difference'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A workload that all variants were replayed on, and what its repetitions are. */
export interface ComparedWorkload extends WorkloadSummary {
  /** A synthetic workload was drawn with several seeds; a trace is one run, cut into blocks of consecutive requests. */
  readonly samples: 'seeds' | 'blocks';
  /** Of seeds, or of blocks. */
  readonly count: number;
  /** Gets that are counted in each run. */
  readonly counted: number;
}

/** A metric over the seeds or blocks, with the 95 % interval of its mean. */
export interface MetricResult {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** One for each seed or block, in order. */
  readonly values: readonly number[];
}

/** One variant on one workload. */
export interface VariantResult {
  /** The workload's spec. */
  readonly workload: string;
  readonly name: string;
  /** What the variant asks for. */
  readonly options: Options;
  /** What that is on this workload. */
  readonly config: Configuration;
  readonly metrics: { readonly [Name in Metric]?: MetricResult };
}

/** How much more b has of a metric than a, on one workload. */
export interface DifferenceResult {
  readonly workload: string;
  readonly a: string;
  readonly b: string;
  readonly metric: Metric;
  readonly mean: number;
  /** The 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
  /** Of a difference at least so large by chance, corrected for all comparisons in this metric. */
  readonly p: number;
  /** Of b, beside a. */
  readonly verdict: Verdict;
}

export interface CompareDocument extends DocumentHead {
  readonly schema: 'tierlab/compare@1';
  /** All of them; `workload` is the first. */
  readonly workloads: readonly ComparedWorkload[];
  /** Variant by variant, workload by workload. */
  readonly variants: readonly VariantResult[];
  /** Of every variant from the first; of all pairs where there are few. */
  readonly differences: readonly DifferenceResult[];
  /** `titles`: a name for people for each workload. */
  readonly timing: Timing & { readonly titles: readonly string[] };
}
