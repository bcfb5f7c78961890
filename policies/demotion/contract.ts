import { definer, type PolicyDescription } from '../define.ts';
import type { Frequency } from '../structures/recent-frequency.ts';

/** Says whether an entry that a level evicts goes on to the level below, or is dropped. */
export interface DemotionPolicy {
  /** The answer, where it is always the same: then nobody is asked. */
  readonly constant?: boolean;

  /**
   * @param below the resident of the lower level that would make room, or -1 when there is room
   * @param from the level that evicts the entry, 0 for the first
   */
  demotes(id: number, below: number, from: number): boolean;

  /**
   * Of an id that is not resident: whether the policy still keeps something about it that it would not know of an id never seen,
   * hashes left out, as of an eviction policy. Without the method: no.
   */
  remembers?(id: number): boolean;
}

/** How long entries may live, wherever they lie: by id and level, in seconds, `Infinity` for ever. */
export interface Lifetimes {
  /** What is left of an entry's lifetime when it moves now. */
  remaining(id: number, level: number): number;
  /** All of its lifetime. */
  whole(id: number, level: number): number;
}

export interface DemotionContext {
  readonly universe: number;
  /** How many entries the cache can hold, as far as is known: with byte capacities, all. */
  readonly entries: number;
  /** Uniform in [0, 1), from a stream of its own. */
  random(): number;
  readonly lifetimes: Lifetimes;
  /**
   * Asks the host to count the requests of each id from now on.
   * @param window how many requests a count looks back, as a multiple of the entries that the cache can hold
   */
  frequency(window: number): Frequency;
}

export type DemotionDescription = PolicyDescription<DemotionContext, DemotionPolicy>;

export const defineDemotion = definer<DemotionContext, DemotionPolicy>();
