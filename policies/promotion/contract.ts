import { definer, type PolicyDescription } from '../define.ts';
import type { LastRequests } from '../structures/last-requests.ts';
import type { Frequency } from '../structures/recent-frequency.ts';

/** Says whether an entry that was hit below the first level moves up. */
export interface PromotionPolicy {
  /** The answer, where it is always the same: then nobody is asked. */
  readonly constant?: boolean;

  /**
   * @param now seconds
   * @param victim the resident of the upper level that would make room, or -1 when there is room
   * @param from the level where it was hit, 0 for the first
   * @param to the level that it would enter, or with `to=all` the lowest of them
   */
  promotes(id: number, now: number, victim: number, from: number, to: number): boolean;

  /** A level gives this resident up because it needs the room, or its policy the place; it may go down. */
  gaveUp?(id: number, level: number): void;

  /** Whether a newcomer is worth more than this resident of a level, and may begin there in its place. Without the method: no. */
  outranks?(id: number, resident: number): boolean;

  /**
   * Of an id that is not resident: whether the policy still keeps something about it that it would not know of an id never seen,
   * hashes left out, as of an eviction policy. Without the method: no.
   * @param now seconds
   */
  remembers?(id: number, now: number): boolean;
}

export interface PromotionContext {
  readonly universe: number;
  /** By level, in entries or bytes. */
  readonly capacities: readonly number[];
  /** Uniform in [0, 1), from a stream of its own. */
  random(): number;
  /** By level, milliseconds on average until it answers: the probes of all levels down to it. */
  answerMs(): Float64Array;
  /** Bytes of a resident, or 1 where capacities count entries. */
  sizeIn(id: number, level: number): number;
  /**
   * Asks the host to count the requests of each id from now on.
   * @param window how many requests a count looks back, as a multiple of the entries that the cache can hold
   */
  frequency(window: number): Frequency;
  /** Asks the host to remember the last requests of each id from now on, the present one included. */
  lastRequests(): LastRequests;
}

export type PromotionDescription = PolicyDescription<PromotionContext, PromotionPolicy>;

export const definePromotion = definer<PromotionContext, PromotionPolicy>();

/** How an entry moves up: the same two parameters for every promotion policy; the hierarchy reads them. */
export const HOW = {
  to: {
    type: 'choice',
    choices: ['next', 'top', 'all'],
    default: 'next',
    summary: 'the level above, the first level, or every level above',
  },
  by: {
    type: 'choice',
    choices: ['copy', 'move'],
    default: 'move',
    summary: 'whether the entry also stays where it was hit',
  },
} as const;
