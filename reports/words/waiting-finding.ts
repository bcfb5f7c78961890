import type { Totals } from '../../engine/documents/sim.ts';
import { capitalized } from './enumeration.ts';
import { count, percent, plural } from './numbers.ts';

/** Who waited for somebody else's fetch, and who was answered with old data; null where nobody was either. */
export function waitingFinding({
  requests,
  hits,
  misses,
  delayedHits,
  staleAnswers = 0,
  staleHits,
  doubledFetches = 0,
  originFetches,
}: Totals): string | null {
  const share = (part: number, whole: number) => percent(part / whole, whole);
  const found = [
    staleAnswers > 0 ? `${share(staleAnswers, requests)} of requests got an expired answer at once` : '',
    delayedHits > 0 ? `${share(delayedHits, misses)} of the misses waited for a fetch that was under way already` : '',
    staleHits > 0 ? `${share(staleHits, hits)} of the hits served data that was out of date` : '',
    doubledFetches > 0 ? `${share(doubledFetches, originFetches)} of the fetches were for data on its way already` : '',
  ].filter(each => each !== '');
  return found.length === 0 ? null : capitalized(found.join('; '));
}

/** How busy the origin was. */
export function waitingCaption({ originFetches, revalidations = 0, peakInFlight }: Totals): string {
  const renewed = revalidations > 0 ? `, ${count(revalidations)} of them to renew what had expired` : '';
  const peak = peakInFlight === undefined ? '' : `; at most ${count(peakInFlight)} were under way at once`;
  return `What requests got that no fresh entry answered. The origin was asked for ${plural(originFetches, 'fetch', 'fetches')}${renewed}${peak}.`;
}
