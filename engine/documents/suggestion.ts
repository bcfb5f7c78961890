import type { Options } from '../configuration/types.ts';
import type { Estimate } from '../statistics/bootstrap.ts';

/** A concrete change of configuration, with the effect that re-running the same workload with it had. */
export interface Suggestion {
  /** Name of the rule that proposed it. */
  readonly rule: string;
  /** For example `L1 50 → 100`. */
  readonly title: string;
  /** Why the rule fired, with its figures, in a sentence. */
  readonly reason: string;
  /** What to change. */
  readonly change: Options;
  readonly effect: SuggestionEffect;
  /** The command that runs the changed configuration; null where no command ran. */
  readonly command: string | null;
}

/** Something about the run that asks for no change. */
export interface Observation {
  readonly rule: string;
  readonly title: string;
  readonly reason: string;
}

/** Before and after on the requests of the document, and the differences with their 95 % intervals. */
export interface SuggestionEffect {
  readonly hitRatioBefore: number;
  readonly hitRatioAfter: number;
  readonly latencyMeanMsBefore: number;
  readonly latencyMeanMsAfter: number;
  readonly originFetchesBefore: number;
  readonly originFetchesAfter: number;
  readonly staleHitsBefore: number;
  readonly staleHitsAfter: number;
  /** Entries or bytes moved between levels. */
  readonly movedBefore: number;
  readonly movedAfter: number;
  /** Total capacity, in the hierarchy's unit. */
  readonly capacityBefore: number;
  readonly capacityAfter: number;
  /** After − before. */
  readonly hitRatioDifference: Estimate;
  /** (After − before) / before; 0 where there was nothing before. */
  readonly latencyMeanChange: Estimate;
  readonly originFetchesChange: Estimate;
  /** After − before, as a share of the requests. */
  readonly staleRatioDifference: Estimate;
  readonly evidence: Evidence;
}

/** Of what the intervals are: other seeds, each with both configurations, or blocks of consecutive requests of one run of each. */
export type Evidence =
  | { readonly kind: 'seeds'; readonly count: number }
  | { readonly kind: 'blocks'; readonly count: number };
