import type { SimDocument } from '../../../engine/documents/sim.ts';

/** One of two caches that were tried on the same requests. */
export interface Side
  extends Pick<SimDocument, 'answeredBy' | 'partitions' | 'levels' | 'totals' | 'series' | 'latencyMs'> {
  /** A word for it: `report`, `now`. */
  readonly label: string;
}

/** The cache to compare with, and the one that is compared. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}
