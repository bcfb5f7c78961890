import type { Batch } from '../../workloads/requests.ts';

/** Something that is measured on a workload, batch by batch, in order. */
export interface Statistic {
  /** @param first number of the batch's first record, from 0 */
  take(batch: Batch, first: number): void;
}
