import type { Configuration } from '../configuration/types.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { DocumentHead, Timing } from './head.ts';
import type { LatencyBucket, LatencySummary, TypeLatency } from './latency.ts';
import type { CurveShape, MrcRow } from './mrc.ts';
import type { LevelResult, PartitionResult, TypeUtility } from './places.ts';
import type { PredictionResult } from './prediction.ts';
import type { Observation, Suggestion } from './suggestion.ts';
import type { ResidencyMap, WorkloadStatistics } from './workload-statistics.ts';

export interface Totals {
  readonly requests: number;
  readonly operations: number;
  /** Includes the partitions' hits. */
  readonly hits: number;
  readonly misses: number;
  readonly hitRatio: number;
  /** Hits that served a superseded version, or data older than the longest TTL. */
  readonly staleHits: number;
  /** Misses that waited for a fetch that was under way already; 0 where fetches take no time. */
  readonly delayedHits: number;
  /** Gets that were answered at once by an entry whose lifetime had ended: neither hits nor misses; absent where none may be. */
  readonly staleAnswers?: number;
  /** For demand, revalidations included, and ahead of it. */
  readonly originFetches: number;
  /** Fetches that began for stale answers; absent where there are none. */
  readonly revalidations?: number;
  /** Fetches that a client began although one for the same data was under way; absent where fetches take no time. */
  readonly doubledFetches?: number;
  /** The most fetches that were under way at once; absent where fetches take no time. */
  readonly peakInFlight?: number;
  /** Bytes (or entries, on a workload without sizes) that moved between levels. */
  readonly moved: number;
  readonly originBytes?: number;
  readonly byteHitRatio?: number;
}

/** The same simulation with one of several seeds. */
export interface Replicate {
  readonly seed: number;
  readonly totals: Totals;
  readonly latencyMeanMs: number;
}

/** One window of the run. */
export interface SeriesPoint {
  /** Number of the first request (get) of the window. */
  readonly from: number;
  readonly requests: number;
  /** Virtual time at the window's start, seconds. */
  readonly seconds: number;
  /** Requests answered, in the order of `answeredBy`. */
  readonly answered: readonly number[];
  readonly latencyMeanMs: number;
  readonly latencyP99Ms: number;
}

/** Entries that moved between two places of the hierarchy. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: 'promotion' | 'demotion';
  readonly count: number;
}

/** One accounting law, checked at the end of the run. */
export interface Check {
  readonly law: string;
  readonly holds: boolean;
}

/** The flat LRU of the same total capacity and the longest TTL, on the same requests. */
export interface Baseline {
  readonly hitRatio: number;
  readonly latencyMs: LatencySummary;
  readonly originFetches: number;
}

/** Miss-ratio curves around the configured sizes. */
export interface SizeCurve {
  readonly rows: readonly MrcRow[];
  /** Absent from documents of older versions. */
  readonly shapes?: readonly CurveShape[];
  /** Cumulative capacity down to each level: where the configuration stands on the axis. */
  readonly marks: readonly { readonly name: string; readonly capacity: number }[];
}

export interface SimDocument extends DocumentHead {
  readonly schema: 'tierlab/sim@1';
  readonly configuration: Configuration;
  /** Requests not counted at the start. */
  readonly warmup: number;
  readonly totals: Totals;
  /** With several seeds: every replication; `totals` is the first. */
  readonly replications?: readonly Replicate[];
  /** Who can answer a request, in the order of the columns of `series` and `latencyHistogram`: partitions, levels, where it may be `stale`, `origin`. */
  readonly answeredBy: readonly string[];
  readonly levels: readonly LevelResult[];
  readonly partitions: readonly PartitionResult[];
  /** By data type, those with a partition of their own left out; absent where there are no types, or where a miss fills nothing. */
  readonly utilityByType?: readonly TypeUtility[];
  readonly latencyMs: LatencySummary & { readonly hit: number | null; readonly miss: number | null };
  /** By data type of the requests, those without any left out; absent where the workload has no types. */
  readonly latencyByType?: readonly TypeLatency[];
  /** Of the requests answered by the origin; null when there were none. */
  readonly originLatencyMs: LatencySummary | null;
  readonly latencyHistogram: readonly LatencyBucket[];
  readonly series: readonly SeriesPoint[];
  /** Where the workload changes phase: number of the request and a label. */
  readonly phases: readonly { readonly at: number; readonly label: string }[];
  readonly moves: readonly Move[];
  readonly baseline: Baseline;
  /** Absent without prediction. */
  readonly prediction?: PredictionResult;
  /** Null when the run is too long to afford it. */
  readonly curve: SizeCurve | null;
  /** Absent from documents of older versions. */
  readonly residencyMap?: ResidencyMap;
  /** Absent from documents of older versions. */
  readonly workloadStatistics?: WorkloadStatistics;
  /** Where the misses come from, if that was asked for. */
  readonly diagnosis?: Diagnosis;
  /** Best first; none where nothing was tried. */
  readonly suggestions: readonly Suggestion[];
  /** What the run tells beside that. */
  readonly observations: readonly Observation[];
  readonly checks: readonly Check[];
  readonly timing: Timing;
}
