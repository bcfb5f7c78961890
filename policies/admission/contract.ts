import { definer, type PolicyDescription } from '../define.ts';
import type { Frequency } from '../structures/recent-frequency.ts';

/** Says whether a newcomer may enter a level that is full. Moves between levels are not asked about. */
export interface AdmissionPolicy {
  /** @param victim the resident that would leave in its place */
  admits(id: number, victim: number): boolean;
}

export interface AdmissionContext {
  /**
   * Asks the host to count the requests of each id from now on.
   * @param window how many requests a count looks back, as a multiple of the entries that the cache can hold
   */
  frequency(window: number): Frequency;
}

export type AdmissionDescription = PolicyDescription<AdmissionContext, AdmissionPolicy>;

export const defineAdmission = definer<AdmissionContext, AdmissionPolicy>();
