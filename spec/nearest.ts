import { closest, distance } from 'fastest-levenshtein';

/** The candidate that is near enough to be meant, if there is one. */
export function nearestName(found: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(found.toLowerCase(), [...candidates]);
  return distance(found.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}

/** `; did you mean "lru"?` when some candidate is near enough to be meant, otherwise the whole list of candidates. */
export function suggestion(found: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = nearestName(found, candidates);
  return nearest === undefined ? `; known: ${candidates.join(', ')}` : `; did you mean "${nearest}"?`;
}
