import type { Totals } from '../../engine/documents/sim.ts';
import { count, percent } from './numbers.ts';

/** How busy the origin was, and how many misses found their data on its way; null where fetches take no time. */
export function fetchesFinding({ misses, delayedHits, originFetches, peakInFlight }: Totals): string | null {
  if (peakInFlight === undefined) return null;
  const fetches = `${count(originFetches)}, at most ${count(peakInFlight)} at once`;
  return delayedHits === 0 ? fetches : `${fetches}; ${percent(delayedHits / misses, misses)} of misses joined one`;
}
