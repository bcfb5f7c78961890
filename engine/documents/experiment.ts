import type { ComparedWorkload, DifferenceResult, Metric, VariantResult } from './compare.ts';
import type { DocumentHead, Timing } from './head.ts';

/** A workload, and the room that every variant had on it. */
export interface Condition extends ComparedWorkload {
  /** What variants and differences call it: the workload's spec, after the size where there are sizes. */
  readonly name: string;
  /** As it was asked for; absent where each variant has the room that its options say. */
  readonly size?: string;
}

/** One run: a variant under a condition, with one seed. */
export interface ExperimentCell extends CellMetrics {
  /** The workload's spec. */
  readonly workload: string;
  readonly size?: string;
  readonly variant: string;
  readonly seed: number;
  /** Of a trace, block by block: what a seed is elsewhere. */
  readonly blocks?: { readonly [Name in Metric]?: readonly number[] };
}

/** What the whole run came to. */
type CellMetrics = { readonly [Name in Metric]?: number };

export interface ExperimentDocument extends DocumentHead {
  readonly schema: 'tierlab/experiment@1';
  /** Workload by workload, size by size. */
  readonly conditions: readonly Condition[];
  /** Condition by condition, variant by variant, seed by seed. */
  readonly cells: readonly ExperimentCell[];
  /** Means over the seeds; `workload` is the name of a condition. */
  readonly variants: readonly VariantResult[];
  /** As in a comparison; `workload` is the name of a condition. */
  readonly differences: readonly DifferenceResult[];
  readonly timing: Timing & {
    /** Of the conditions, for people. */
    readonly titles: readonly string[];
    /** Cells that an earlier run had left. */
    readonly cellsReused: number;
  };
}
