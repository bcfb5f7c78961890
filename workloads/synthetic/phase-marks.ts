/** More marks than this cannot be told apart in a picture. */
const MOST_MARKS = 32;

/** Of so many changes of phase, every how-many-th is marked. */
export function markEvery(changes: number): number {
  return Math.max(1, Math.ceil(changes / MOST_MARKS));
}
