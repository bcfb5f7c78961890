import type { Unit } from '../configuration/types.ts';
import type { MrcRow } from '../documents/mrc.ts';

/** One point of a miss-ratio curve. */
export interface MrcCell {
  readonly policy: string;
  /** Spec of the admission policy before it; absent when none was asked for. */
  readonly admission?: string;
  readonly capacity: number;
  readonly unit: Unit;
  readonly seed: number;
}

/** What is counted of a point, however it is measured. */
export interface CellCounts {
  readonly gets: number;
  readonly hits: number;
  readonly evictions: number;
}

/** The row of a point in a document, but for what is said of bytes. */
export function rowOf({ policy, admission, capacity, unit }: MrcCell, { gets, hits, evictions }: CellCounts): MrcRow {
  const misses = gets - hits;
  return {
    policy,
    ...(admission !== undefined && { admission }),
    capacity,
    unit,
    requests: gets,
    hits,
    misses,
    hitRatio: gets === 0 ? 0 : hits / gets,
    missRatio: gets === 0 ? 0 : misses / gets,
    evictions,
  };
}
