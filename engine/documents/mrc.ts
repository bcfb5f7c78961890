import type { Unit } from '../configuration/types.ts';
import type { DocumentHead, Timing } from './head.ts';

/** One policy at one size. */
export interface MrcRow {
  /** The data type whose requests alone were replayed; absent where all were. */
  readonly type?: string;
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
  /** Of each policy at two sizes or more, for each data type where rows have one. Absent from documents of older versions. */
  readonly shapes?: readonly CurveShape[];
  readonly timing: Timing & {
    readonly rows: readonly {
      readonly type?: string;
      readonly policy: string;
      readonly capacity: number;
      readonly requestsPerSecond: number;
    }[];
  };
}

/** What a miss-ratio curve looks like: where more room stops paying, where it starts to, and what is left to gain. */
export interface CurveShape {
  /** The data type whose requests alone were replayed; absent where all were. */
  readonly type?: string;
  readonly policy: string;
  /** The size from which on more room buys much less; null where the curve has none. */
  readonly knee: CurvePlace | null;
  /** Stretches in which more room buys next to nothing until much of it comes at once, smallest first. */
  readonly cliffs: readonly Cliff[];
  /** Sizes on the concave hull of the hit ratio, which a cache that is divided in the right proportion can follow (Talus). */
  readonly hull: readonly number[];
  /** What each step from one measured size to the next brings. */
  readonly steps: readonly CurveStep[];
  /** Against the clairvoyant policy, where that was measured too; null elsewhere, and of that policy itself. */
  readonly gap: OptimalGap | null;
}

export interface CurvePlace {
  readonly capacity: number;
  readonly missRatio: number;
}

export interface Cliff {
  /** Sizes on the hull before and behind it; 0 for no cache at all. */
  readonly from: number;
  readonly to: number;
  /** How far, in miss ratio, the curve lies above its hull at most. */
  readonly depth: number;
}

export interface CurveStep {
  readonly from: number;
  readonly to: number;
  /** Hits that it brings. */
  readonly hits: number;
  /** The same for each entry, or for each MiB where capacities are in bytes. */
  readonly perUnit: number;
}

export interface OptimalGap {
  readonly policy: string;
  /** Miss ratio above it, over the sizes. */
  readonly mean: number;
  readonly most: number;
  /** The size where it is the most. */
  readonly at: number;
}
