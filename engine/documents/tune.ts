import type { Configuration, Options, Unit } from '../configuration/types.ts';
import type { Look } from '../experiments/tune/looks.ts';
import type { Measures } from '../experiments/tune/measures.ts';
import type { Objective } from '../experiments/tune/objective.ts';
import type { Sensitivity } from '../experiments/tune/sensitivity.ts';
import type { Gain, Metrics } from '../experiments/tune/validation.ts';
import type { Axis, Point } from '../search/space.ts';
import type { DocumentHead, Timing } from './head.ts';

/** A configuration as the search saw it. */
export interface TuneEvaluation {
  /** From 1, in the order of the search. */
  readonly number: number;
  readonly stage: string;
  /** Which of `search.looks` it was judged by; a miniature that does not speak for it was replaced by as many of the first requests. */
  readonly look: number;
  readonly kind: Look['kind'];
  readonly point: Point;
  /** Of all levels. */
  readonly capacity: number;
  /** 0 without prices. */
  readonly cost: number;
  readonly measures: Measures;
  /** The objective in its own unit. */
  readonly value: number;
  /** The loss as a multiple of that of the default at the same look. */
  readonly loss: number;
}

/** A configuration on requests that the search did not see. */
export interface Validated {
  readonly name: TuneName;
  readonly options: Options;
  readonly configuration: Configuration;
  readonly capacity: number;
  readonly cost: number;
  readonly metrics: Metrics;
}

/** What the search found, and what it is compared with. */
export type TuneName = 'tuned' | 'default' | 'single policy' | 'flat LRU';

export interface TuneDocument extends DocumentHead {
  readonly schema: 'tierlab/tune@1';
  readonly objective: Objective;
  readonly budget: {
    readonly unit: Unit;
    /** Null for any number. */
    readonly capacity: number | null;
    /** Null where nobody named prices: room as fast as that of the default's levels is then as much as they have. */
    readonly cost: number | null;
    /** What the default has within the budget, and what an entry or a byte costs. */
    readonly levels: readonly { readonly name: string; readonly capacity: number; readonly price?: number }[];
    /** Of a million fetches; absent where nobody named it. */
    readonly fetchPrice?: number;
  };
  readonly space: readonly Axis[];
  readonly search: {
    /** Evaluations that were asked for. */
    readonly asked: number;
    /** Whether the time ran out before. */
    readonly stopped: boolean;
    /** Gets that the search saw. */
    readonly requests: number;
    /** From the cheapest to the dearest. */
    readonly looks: readonly (Look & { readonly evaluations: number })[];
  };
  readonly evaluations: readonly TuneEvaluation[];
  /** What the search found to be best. */
  readonly best: { readonly evaluation: number; readonly point: Point };
  /** Those that nothing surpasses with as little memory, by their numbers; least memory first. */
  readonly front: readonly number[];
  readonly sensitivity: readonly Sensitivity[];
  readonly validation: {
    /** Other seeds of a synthetic workload, or the later part of a recording in blocks. */
    readonly kind: 'seeds' | 'later part';
    /** How many seeds or blocks. */
    readonly parts: number;
    /** Gets that were counted, of all seeds or blocks. */
    readonly requests: number;
    readonly rows: readonly Validated[];
    /** How much better the tuned configuration is than each of the others. */
    readonly gains: readonly (Gain & { readonly over: TuneName })[];
  };
  /** The gain over the default where the search looked, which the validation should repeat. */
  readonly searchGain: number;
  /** What to run: the default where the tuned configuration is no better on unseen requests. */
  readonly chosen: 'tuned' | 'default';
  /** Runs the workload with what was chosen. */
  readonly command: string;
  /** What was chosen, complete; the file config.json holds the same. */
  readonly config: Configuration;
  readonly timing: Timing & { readonly evaluationsReused: number };
}
