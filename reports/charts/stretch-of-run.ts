import type { SimDocument } from '../../engine/documents/sim.ts';
import { windowsOf } from './windows.ts';

/** Windows of a run, [first, last], of those that have requests. */
export type WindowRange = readonly [number, number];

/** The same run from one window to another, for the charts over time; its totals stay those of the whole. */
export function stretchOfRun(result: SimDocument, [first, last]: WindowRange): SimDocument {
  const series = windowsOf(result).slice(first, last + 1);
  const { from } = series[0]!;
  const { phases, residencyMap } = result;
  const before = phases.filter(({ at }) => at <= from).at(-1);
  return {
    ...result,
    series,
    // The phase that has begun before is still told where the stretch begins.
    phases: [...(before ? [{ ...before, at: from }] : []), ...phases.filter(({ at }) => at > from)],
    ...(residencyMap && {
      residencyMap: {
        ...residencyMap,
        keys: residencyMap.keys.map(key => ({ ...key, places: key.places.slice(first, last + 1) })),
      },
    }),
  };
}
