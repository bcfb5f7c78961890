import type { Configuration, Options } from '../configuration/types.ts';
import type { ComparedWorkload, Metric } from './compare.ts';
import type { DocumentHead, Timing } from './head.ts';

/** One end of an ablation. */
export interface AblationEnd {
  readonly name: string;
  /** What it asks for. */
  readonly options: Options;
  readonly config: Configuration;
  readonly mean: number;
  /** The 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
  /** Of all runs together, in whole units. */
  readonly amount: number;
}

/** What one design choice buys on the way from one end to the other. */
export interface AblationStep {
  readonly axis: string;
  /** The choice at the one end and at the other. */
  readonly from: string;
  readonly to: string;
  /** The axis that must be changed before this one; null where any order will do. */
  readonly after: string | null;
  /** Of all runs together, in whole units: those of all steps add up to the difference of the ends. */
  readonly amount: number;
  /** Average over the orders in which the choices can be made. */
  readonly mean: number;
  /** The 95 % interval of the mean over the runs. */
  readonly low: number;
  readonly high: number;
  /** What it changes as the first of all choices that can be the first, and as the last. */
  readonly first: number;
  readonly last: number;
}

export interface AblateDocument extends DocumentHead {
  readonly schema: 'tierlab/ablate@1';
  readonly samples: ComparedWorkload['samples'];
  /** Of seeds, or of blocks. */
  readonly count: number;
  /** Gets that are counted in each run. */
  readonly counted: number;
  readonly metric: Metric;
  /** What amounts count: `hits`, `microseconds`, … */
  readonly unit: string;
  readonly from: AblationEnd;
  readonly to: AblationEnd;
  /** In the order of their effect, the largest first. */
  readonly steps: readonly AblationStep[];
  readonly orders: {
    /** How many were averaged. */
    readonly count: number;
    /** Whether these are all that there are. */
    readonly exact: boolean;
    /** Configurations that were replayed. */
    readonly configurations: number;
  };
  readonly timing: Timing;
}
