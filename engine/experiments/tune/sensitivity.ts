import type { Judged } from '../../search/ledger.ts';
import type { Axis, Coordinate, Point } from '../../search/space.ts';

/** What one axis alone does to the objective: the best configuration, with other values of this axis. */
export interface Sensitivity {
  readonly axis: string;
  readonly best: Coordinate;
  /** Losses as multiples of the best configuration's, the least first. */
  readonly values: readonly { readonly value: Coordinate; readonly loss: number }[];
}

/**
 * By axis, the configurations that were evaluated and differ from the best one in that axis alone (and in what hangs on it), each as it
 * looked beside the best at the dearest rung that both were judged at. Axes of which no other value was tried are left out; that which
 * moves the objective most stands first.
 */
export function sensitivities(space: readonly Axis[], entries: readonly Judged[], best: Judged): Sensitivity[] {
  const bestAt = new Map(entries.filter(each => each.key === best.key).map(each => [each.rung, each.loss]));
  return space
    .flatMap(axis => {
      const own = best.point[axis.name];
      if (own === undefined) return [];
      const byValue = new Map<Coordinate, { readonly rung: number; readonly loss: number }>([
        [own, { rung: best.rung, loss: 1 }],
      ]);
      for (const { point, rung, loss } of entries) {
        const mark = bestAt.get(rung);
        const value = point[axis.name];
        if (mark === undefined || mark === 0 || value === undefined || causeOf(space, best.point, point) !== axis.name)
          continue;
        const known = byValue.get(value);
        if (!known || rung > known.rung) byValue.set(value, { rung, loss: loss / mark });
      }
      if (byValue.size < 2) return [];
      const values = [...byValue].map(([value, { loss }]) => ({ value, loss })).sort((a, b) => a.loss - b.loss);
      return [{ axis: axis.name, best: own, values }];
    })
    .sort((a, b) => spread(b) - spread(a));
}

/** By how much the objective grows from the best value to the worst, as a share. */
export function spread({ values }: Pick<Sensitivity, 'values'>): number {
  return values.at(-1)!.loss / Math.max(values[0]!.loss, Number.MIN_VALUE) - 1;
}

/** The one axis that explains a difference, others being there or not because of it; null where several do. */
function causeOf(space: readonly Axis[], a: Point, b: Point): string | null {
  const different = space.filter(({ name }) => a[name] !== b[name]);
  const names = different.map(each => each.name);
  const roots = different.filter(({ when = {} }) => !Object.keys(when).some(name => names.includes(name)));
  return roots.length === 1 ? roots[0]!.name : null;
}
