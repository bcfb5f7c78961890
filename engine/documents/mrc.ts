import type { Unit } from '../configuration/types.ts';
import type { CurveShape } from '../curves/shape.ts';
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
