import type { Check } from '../documents/sim.ts';
import type { Origin } from './origin.ts';

/** The laws of fetches from the origin, checked after a run. */
export function checkOriginLaws(
  { fetches, fetchesAhead, delayedHits, doubledFetches, revalidations }: Origin,
  { misses, staleAnswers }: { readonly misses: number; readonly staleAnswers: number },
): Check[] {
  return [
    {
      law: 'origin fetches = misses − delayed hits + revalidations + fetches ahead of demand',
      holds: fetches === misses - delayedHits + revalidations + fetchesAhead,
    },
    { law: 'revalidations ≤ stale answers', holds: revalidations <= staleAnswers },
    {
      law: 'doubled fetches ≤ misses − delayed hits + revalidations',
      holds: doubledFetches <= misses - delayedHits + revalidations,
    },
  ];
}
