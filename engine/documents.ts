import type { Column } from '../workloads/requests.ts';
import type { Configuration, Options, Unit } from './configuration/types.ts';
import type { ClockResult } from './statistics/clock.ts';
import type { MixResult } from './statistics/mix.ts';
import type { PopularityResult } from './statistics/popularity.ts';
import type { ReuseResult } from './statistics/reuse.ts';
import type { SizesResult } from './statistics/sizes.ts';
import type { WorkingSetWindow } from './statistics/working-set.ts';

/** What was replayed. A trace enters by its content, never by its path. */
export interface WorkloadSummary {
  /** The spec as given, or `trace:format=…,sha256=…` (of the decompressed content, shortened). */
  readonly spec: string;
  /** Gets. */
  readonly requests: number;
  /** Gets, sets and deletes. */
  readonly operations: number;
  /** Distinct keys. */
  readonly keys: number;
  /** Sum of the keys' sizes, where the workload has sizes. */
  readonly bytes?: number;
}

/** About this very run: never part of the digest. */
interface Timing {
  readonly wallMs: number;
  /** Of the replay loop alone, without generation, reading and interning. */
  readonly requestsPerSecond: number;
  readonly generateMs?: number;
  readonly readMs?: number;
  /** The command that makes this document again. */
  readonly command?: string;
  /** A name for people: the trace's file name or the workload's spec. */
  readonly title?: string;
}

/** A policy from a user's own file. */
export interface PluginSummary {
  /** What specs call it. */
  readonly spec: string;
  readonly name: string;
  /** Of what the file contains. */
  readonly sha256: string;
}

interface DocumentHead {
  /** SHA-256 of the canonical document without `digest` and `timing`. */
  readonly digest: string;
  readonly seed: number;
  readonly workload: WorkloadSummary;
  /** Where specs name policies from files. */
  readonly plugins?: readonly PluginSummary[];
}

/** One policy at one size. */
export interface MrcRow {
  readonly policy: string;
  /** Spec of the admission policy, where one was asked for. */
  readonly admission?: string;
  readonly capacity: number;
  readonly unit: Unit;
  readonly requests: number;
  readonly hits: number;
  readonly misses: number;
  readonly hitRatio: number;
  readonly missRatio: number;
  readonly byteMissRatio?: number;
  readonly evictions: number;
  /** What no cache can fall below; absent where a policy was measured. */
  readonly bound?: true;
}

/** One policy at one size, concluded from the requests for some of the keys. */
export interface EstimatedRow extends Omit<MrcRow, 'byteMissRatio'> {
  readonly estimated: true;
  /** The method's spec as given. */
  readonly method: string;
  /** Share of the keys that was replayed: 0…1. */
  readonly rate: number;
  /** The true miss ratio should lie in `missRatio` ± `error` for 95 of 100 samples. */
  readonly error: number;
}

/** A point of a miss-ratio curve, counted or estimated. */
export type CurveRow = MrcRow | EstimatedRow;

export interface MrcDocument extends DocumentHead {
  readonly schema: 'tierlab/mrc@1';
  readonly rows: readonly CurveRow[];
  readonly timing: Timing & {
    readonly rows: readonly {
      readonly policy: string;
      readonly capacity: number;
      readonly requestsPerSecond: number;
    }[];
  };
}

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
  /** For demand and ahead of it. */
  readonly originFetches: number;
  /** The most fetches that were under way at once; absent where fetches take no time. */
  readonly peakInFlight?: number;
  /** Bytes (or entries, on a workload without sizes) that moved between levels. */
  readonly moved: number;
  readonly originBytes?: number;
  readonly byteHitRatio?: number;
}

/** Per level or partition. resident at start + inserted = evicted + … + demotedOut + resident. */
export interface LevelCounts {
  readonly lookups: number;
  readonly hits: number;
  readonly misses: number;
  /** Includes promotedIn and demotedIn. */
  readonly inserted: number;
  readonly evicted: number;
  readonly expired: number;
  readonly invalidated: number;
  readonly backInvalidated: number;
  readonly promotedIn: number;
  readonly promotedOut: number;
  readonly demotedIn: number;
  readonly demotedOut: number;
  /** At the end of the run. */
  readonly resident: number;
}

export interface LevelResult extends LevelCounts {
  readonly name: string;
  readonly capacity: number;
  readonly hitRatio: number;
  /** Of the requests answered here; null when there were none. */
  readonly latencyMs: LatencySummary | null;
}

/** A partition, and what more or less room would be worth to it. */
export interface PartitionResult extends LevelResult {
  /** Null where the partition answers nobody, nobody asked for its type, or a miss fills nothing. */
  readonly utility: MarginalUtility | null;
}

/**
 * What more or less room would be worth to the requests for one data type: hits of LRU caches, exactly, for these requests
 * alone, those of the warm-up included, without lifetimes.
 */
export interface MarginalUtility {
  /** Gets. */
  readonly requests: number;
  /** Around which it is taken, in the hierarchy's unit. */
  readonly capacity: number;
  /** At that capacity. */
  readonly hits: number;
  /** A tenth of the capacity, and at least 1. */
  readonly step: number;
  /** Hits that as much room more would bring. */
  readonly gained: number;
  /** Hits that as much room less would cost. */
  readonly lost: number;
  /** Likewise for one entry; absent where capacities are in bytes. */
  readonly gainedByOne?: number;
  readonly lostByOne?: number;
}

/** A data type that shares the levels with others; the capacity is what it held of them at the end. */
export interface TypeUtility extends MarginalUtility {
  readonly name: string;
}

export interface LatencySummary {
  readonly mean: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** Latency of the requests for one data type, whoever answered them. */
export interface TypeLatency {
  readonly name: string;
  readonly requests: number;
  readonly latencyMs: LatencySummary;
}

/** One bar of the latency histogram: requests answered in (fromMs, toMs], by who answered; same order as `answeredBy`. */
export interface LatencyBucket {
  readonly fromMs: number;
  readonly toMs: number;
  readonly counts: readonly number[];
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

/** A concrete change of configuration, with the effect that re-running the same requests with it had. */
export interface Suggestion {
  /** Name of the rule that proposed it. */
  readonly rule: string;
  /** For example `L1 50 → 100`. */
  readonly title: string;
  /** Why the rule fired, with its figures, in a sentence. */
  readonly reason: string;
  /** What to change; null for a finding that asks for no change (nothing to gain). */
  readonly change: Options | null;
  readonly effect: SuggestionEffect | null;
  /** The command that runs the changed configuration; null without a change, and where no command ran. */
  readonly command: string | null;
}

export interface SuggestionEffect {
  readonly hitRatioBefore: number;
  readonly hitRatioAfter: number;
  readonly latencyMeanMsBefore: number;
  readonly latencyMeanMsAfter: number;
  /** Total capacity, in the hierarchy's unit. */
  readonly capacityBefore: number;
  readonly capacityAfter: number;
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

/** What prediction did, and what it was good for. */
export interface PredictionResult {
  readonly spec: string;
  /** requested = redundant + rejected + issued. */
  readonly requested: number;
  /** In the cache or on their way already. */
  readonly redundant: number;
  /** Not fetched: no budget, no trust, nobody to fetch them. */
  readonly rejected: number;
  /** issued = useful + late + evictedUnused + expiredUnused + residentUnused. */
  readonly issued: number;
  readonly useful: number;
  /** Asked for while they were on their way. */
  readonly late: number;
  /** Left for any cause but expiry, unused. */
  readonly evictedUnused: number;
  readonly expiredUnused: number;
  /** Includes those under way at the end. */
  readonly residentUnused: number;
  /** (useful + late) / issued; null when nothing was issued. */
  readonly accuracy: number | null;
  /** Share of the misses without prediction that it saved; null when there were none. Below 0 when it costs hits. */
  readonly coverage: number | null;
  /** useful / (useful + late); null when neither. */
  readonly timeliness: number | null;
  /** Demand misses on entries that a prefetch pushed out. */
  readonly pollution: number;
  /** issued − useful − late. */
  readonly overhead: number;
  /** How long fetched entries lay in the cache before they were used, in milliseconds; null when none was used. */
  readonly slackMs: LatencySummary | null;
  /** The same requests without prediction. */
  readonly without: PredictionTwin;
  /** The same requests with a predictor that knows them, under the same conditions; null when they are too many. */
  readonly oracle: PredictionTwin | null;
}

/** What a run with another prediction gave on the same requests. */
export interface PredictionTwin {
  readonly hitRatio: number;
  readonly misses: number;
  readonly delayedHits: number;
  readonly originFetches: number;
  readonly latencyMeanMs: number;
}

/** Miss-ratio curves around the configured sizes. */
export interface SizeCurve {
  readonly rows: readonly MrcRow[];
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
  readonly replications?: readonly { readonly seed: number; readonly totals: Totals }[];
  /** Who can answer a request, in the order of the columns of `series` and `latencyHistogram`: partitions, levels, `origin`. */
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
  readonly suggestions: readonly Suggestion[];
  readonly checks: readonly Check[];
  readonly timing: Timing;
}

/** What a workload holds; no cache is involved. */
export interface TraceInfoDocument extends DocumentHead, MixResult {
  readonly schema: 'tierlab/trace-info@1';
  /** What records say beside their key. */
  readonly columns: readonly Column[];
  /** Null where records have no times. */
  readonly time: ClockResult | null;
  readonly popularity: PopularityResult;
  readonly reuse: ReuseResult;
  /** Null where records have no sizes. */
  readonly sizes: SizesResult | null;
  /** Ten equal parts of the workload, in order. */
  readonly workingSet: readonly WorkingSetWindow[];
  /** Where the workload changes phase: number of the request and a label. */
  readonly phases: readonly { readonly at: number; readonly label: string }[];
  /** Requests per second are those of the measuring alone. */
  readonly timing: Timing;
}
