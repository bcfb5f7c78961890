import type { Totals } from '../../engine/documents/sim.ts';
import { count, percent } from './numbers.ts';

/** How busy the origin was, and how many misses found their data on its way; null where fetches take no time. */
export function fetchesFinding({
  misses,
  delayedHits,
  originFetches,
  doubledFetches = 0,
  peakInFlight,
}: Totals): string | null {
  if (peakInFlight === undefined) return null;
  const joined = `${percent(delayedHits / misses, misses)} of misses joined one`;
  const doubled = `${percent(doubledFetches / originFetches, originFetches)} were for data on its way already`;
  return [
    `${count(originFetches)}, at most ${count(peakInFlight)} at once`,
    ...(delayedHits === 0 ? [] : [joined]),
    ...(doubledFetches === 0 ? [] : [doubled]),
  ].join('; ');
}

/** How many requests expired entries answered, and what it took to renew these; null where none may. */
export function staleFinding({ requests, staleAnswers, revalidations = 0 }: Totals): string | null {
  if (staleAnswers === undefined) return null;
  const share = `${percent(staleAnswers / requests, requests)} of requests answered by expired entries`;
  return staleAnswers === 0 ? share : `${share}, which ${count(revalidations)} fetches renewed`;
}
