import type { Judged } from './ledger.ts';
import { type Axis, type Point, pointOf } from './space.ts';

/** How many changes are made together at most. */
const MOST = 6;

/**
 * What helped alone, together: the best change and the second, those two and the third, and so on. Changes of different axes often
 * help one beside the other, and then a few looks find what one change at a time would take a round each for.
 * @param changed points that differ from the centre in one axis, and in what hangs on it
 * @param mark the loss of the centre at the same rung
 */
export function combinations(space: readonly Axis[], centre: Point, changed: readonly Judged[], mark: number): Point[] {
  const byAxis = new Map<string, Judged>();
  for (const each of [...changed].sort((a, b) => a.loss - b.loss)) {
    // Axes stand before those that hang on them.
    const axis = space.find(({ name }) => each.point[name] !== centre[name])?.name;
    if (each.loss < mark && axis !== undefined && !byAxis.has(axis)) byAxis.set(axis, each);
  }
  const helpful = [...byAxis].slice(0, MOST);
  return helpful.slice(1).map((_, last) => {
    const together = helpful.slice(0, last + 2).map(([axis, { point }]) => [axis, point[axis]!] as const);
    return pointOf(space, { ...centre, ...Object.fromEntries(together) });
  });
}
