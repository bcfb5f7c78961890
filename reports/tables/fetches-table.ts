import type { SimDocument } from '../../engine/documents/sim.ts';
import { type Table, text } from './table.ts';

/** How requests that no living entry answered became fetches from the origin; no rows where fetches take no time and none are stale. */
export function fetchesTable({ totals, prediction }: SimDocument): Table {
  const { misses, delayedHits, staleAnswers, revalidations, originFetches, doubledFetches, peakInFlight } = totals;
  const told = peakInFlight !== undefined || staleAnswers !== undefined;
  const rows: readonly (readonly [string, number | undefined])[] = [
    ['misses', misses],
    ['of these joined a fetch under way', delayedHits],
    ['stale answers', staleAnswers],
    ['revalidations begun for them', revalidations],
    ['fetches ahead of demand', prediction?.issued],
    ['origin fetches', originFetches],
    ['of these for data on its way already', doubledFetches],
    ['most under way at once', peakInFlight],
  ];
  return {
    id: 'fetches',
    title: 'Fetches from the origin',
    columns: [text('what'), { name: 'count', format: 'count' }],
    rows: told ? rows.flatMap(([what, number]) => (number === undefined ? [] : [[what, number]])) : [],
  };
}
