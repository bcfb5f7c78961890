import type { Options } from '../configuration/types.ts';

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
