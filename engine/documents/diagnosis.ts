/** Why requests missed; the five add up to the misses, and each miss has the first of them that applies. */
export interface MissCauses {
  /** Nobody has stored the key yet, or not since it was deleted. */
  readonly compulsory: number;
  /** With room for everything its lifetime would have ended all the same. */
  readonly expired: number;
  /** With room for everything its data would still have been on its way. */
  readonly arriving: number;
  /** OPT, which knows the future, misses it too in as much room. */
  readonly capacity: number;
  /** OPT would have hit. */
  readonly policy: number;
}

/** One key, or one data type. */
export interface MissesOf extends MissCauses {
  /** The key as the trace has it, or its number in a synthetic workload; the name of the type. */
  readonly name: string;
  readonly requests: number;
  readonly misses: number;
}

/** Where the misses of a run come from. */
export interface Diagnosis {
  readonly misses: number;
  readonly causes: MissCauses;
  /** The clairvoyant policy in one level of the same total capacity, and how often it misses in all: it may miss where this run hits. */
  readonly optimal: { readonly policy: string; readonly misses: number };
  readonly staleHits: number;
  /** Moves to a faster level. */
  readonly promotions: number;
  /** Promoted entries that left the faster level again without having been hit there. */
  readonly promotionsUndone: number;
  /** Those with the most misses. */
  readonly keys: readonly MissesOf[];
  /** Those that are asked for; absent where the workload has no types. */
  readonly types?: readonly MissesOf[];
}
