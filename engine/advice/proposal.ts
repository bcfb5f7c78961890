import type { Configuration, Options } from '../configuration/types.ts';
import type { LevelResult, PartitionResult } from '../documents/places.ts';
import type { Move, SimDocument, SizeCurve, Totals } from '../documents/sim.ts';
import type { Optimal } from '../experiments/optimal.ts';
import type { PrefetchCounts } from '../prediction/counts.ts';

/** What every rule can look at in a run, or in a live cache. */
interface Judged {
  readonly totals: Pick<Totals, 'hitRatio'>;
  readonly levels: readonly Pick<LevelResult, 'name' | 'lookups' | 'hitRatio'>[];
  readonly latencyMs: Pick<SimDocument['latencyMs'], 'mean'>;
}

/** What is known of a run beside that, where the requests are at hand. */
interface RunFacts {
  readonly totals: Totals;
  readonly levels: readonly LevelResult[];
  /** With what room is worth to them. */
  readonly partitions: readonly PartitionResult[];
  readonly moves: readonly Move[];
  /** Null when it was too dear to measure. */
  readonly curve: SizeCurve | null;
  /** Null when it was too dear to measure, or says nothing. */
  readonly optimal: Optimal | null;
  /** What became of what was fetched ahead of demand; null without prediction. */
  readonly prefetches: PrefetchCounts | null;
  /** Share of the gets that ask for a key which no other get asks for. */
  readonly askedOnce: number;
}

/** What rules look at. */
export interface Facts {
  readonly configuration: Configuration;
  readonly measured: Judged;
  /** Distinct keys of the workload, or the sum of their sizes when capacities are in bytes. */
  readonly workingSet: number;
  /** Null for a live cache, which has no requests to look at again. */
  readonly run: RunFacts | null;
}

/**
 * What a change must achieve to be shown: better answers, the same answers from less room, fewer stale answers, or the same
 * answers with less moving about between levels.
 */
export type Aim = 'better' | 'smaller' | 'fresher' | 'calmer';

/** A change that may help, before it has been tried. */
export interface Proposal {
  readonly rule: string;
  readonly title: string;
  readonly reason: string;
  readonly change: Options;
  readonly aim: Aim;
}

/** Proposals of one rule are alternatives, the most promising first. */
export type Rule = (facts: Facts) => Proposal[];
