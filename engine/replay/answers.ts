/** In place of a store: no get, or one of the warm-up. */
export const NOT_COUNTED = 255;

/** Added to the number of a store whose entry had expired, and was answered all the same. */
export const STALE = 64;

export function isStale(answer: number): boolean {
  return answer >= STALE && answer !== NOT_COUNTED;
}
