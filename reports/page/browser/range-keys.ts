import type { WindowRange } from '../../charts/stretch-of-run.ts';

/** Windows that a range has at least: fewer would be no chart over time. */
const FEWEST = 2;

/** The windows from one to another, and at least as many as a chart needs. @param last window of the run */
export function rangeOver(from: number, to: number, last: number): WindowRange {
  const first = Math.max(0, Math.min(from, last - FEWEST + 1));
  return [first, Math.min(last, Math.max(to, first + FEWEST - 1))];
}

/**
 * The range after a key: arrows move it by a tenth of its length, with Shift only its end; the first arrow selects the first tenth
 * of the run.
 * @returns undefined for a key that means nothing here
 */
export function rangeAfterKey(
  range: WindowRange | null,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  last: number,
): WindowRange | undefined {
  const direction = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (direction === 0) return undefined;
  if (!range) return rangeOver(0, Math.ceil(last / 10), last);
  const [from, to] = range;
  const step = direction * Math.max(1, Math.floor((to - from + 1) / 10));
  if (shiftKey) return rangeOver(from, to + step, last);
  const moved = Math.max(-from, Math.min(step, last - to));
  return [from + moved, to + moved];
}
