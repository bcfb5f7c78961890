import type { SimDocument } from '../../engine/documents/sim.ts';
import { percent } from './numbers.ts';

/** Where requests are answered: who answers most, and how far the median request has to go. */
export function flowFinding({
  answeredBy,
  partitions,
  levels,
  totals,
}: Pick<SimDocument, 'answeredBy' | 'partitions' | 'levels' | 'totals'>): string {
  const { requests, hits, misses } = totals;
  if (hits === 0) return 'Every request goes to the origin';
  const places = [...partitions, ...levels].map(({ name, hits: answered }) => ({ name, answered }));
  const first = places.reduce((most, place) => (place.answered > most.answered ? place : most));
  if (misses > first.answered)
    return `The origin answers ${percent(misses / requests, requests)} of requests; ${first.name} answers most of the rest, ${percent(first.answered / requests, requests)}`;
  const top = `${first.name} answers ${percent(first.answered / requests, requests)} of requests`;
  const median = medianPlace(answeredBy, new Map(places.map(({ name, answered }) => [name, answered])), requests);
  if (first.answered === requests) return `${first.name} answers every request`;
  if (first.name === levels[0]?.name && first.answered * 2 >= requests)
    return `${top}; the median request never leaves it`;
  if (median === null) return `${top}; the median request goes to the origin`;
  return median === first.name
    ? `${top}, and the median request`
    : `${top}; the median request gets as far as ${median}`;
}

/** In the order in which requests ask: the place at which half of them are answered; null for the origin. */
function medianPlace(order: readonly string[], answered: ReadonlyMap<string, number>, requests: number): string | null {
  let below = 0;
  for (const name of order) {
    below += answered.get(name) ?? 0;
    if (below * 2 >= requests) return answered.has(name) ? name : null;
  }
  return null;
}
