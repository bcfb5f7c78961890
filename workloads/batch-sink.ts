import type { Batch, Batches } from './requests.ts';

/** Where a recorder puts its batches. */
export interface BatchSink {
  /**
   * Takes a batch; all but the last are of full length.
   * @returns whether the batch may be written over: what it said is kept elsewhere
   */
  take(batch: Batch): boolean;
  /** All that was taken, in order. */
  finish(): Batches;
}

/** Keeps the very batches that it takes. */
export function inMemory(): BatchSink {
  const batches: Batch[] = [];
  return {
    take(batch) {
      batches.push(batch);
      return false;
    },
    finish: () => batches,
  };
}
