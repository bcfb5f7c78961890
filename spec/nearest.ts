import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "lru"?` when some candidate is near enough to be meant, otherwise the whole list of candidates. */
export function suggestion(found: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const best = closest(found.toLowerCase(), [...candidates]);
  const near = distance(found.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3));
  return near ? `; did you mean "${best}"?` : `; known: ${candidates.join(', ')}`;
}
