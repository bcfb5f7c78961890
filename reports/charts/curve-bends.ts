import { dot, line, text } from '@observablehq/plot';
import type { CurveShape } from '../../engine/documents/mrc.ts';
import type { Curve } from './curves.ts';

/** A ring at each knee; across each cliff the straight line that a cache divided in the right proportion could follow. What nobody can choose has neither. */
export function curveBends(curves: readonly Curve[], shapes: readonly CurveShape[]) {
  return shapes.flatMap(({ policy, knee, cliffs }) => {
    const curve = curves.find(each => each.policy === policy);
    if (!curve || curve.role === 'optimal') return [];
    const { colour, points } = curve;
    const at = { x: 'capacity', y: 'misses', stroke: colour } as const;
    const rings = knee ? [{ capacity: knee.capacity, misses: 100 * knee.missRatio }] : [];
    return [
      dot(rings, { ...at, r: 6, strokeWidth: 1.25 }),
      ...cliffs.map(cliff => line(across(cliff, points), { ...at, strokeWidth: 1.25, strokeDasharray: '1 3' })),
    ];
  });
}

/** The words beside the rings and the dotted lines, where a picture has few enough of them. */
export function bendNames(curves: readonly Curve[], shapes: readonly CurveShape[]) {
  const drawn = shapes.filter(({ policy }) => curves.some(each => each.policy === policy && each.role !== 'optimal'));
  const knees = drawn.flatMap(({ knee }) =>
    knee ? [{ capacity: knee.capacity, misses: 100 * knee.missRatio, name: 'knee' }] : [],
  );
  const cliffs = drawn.flatMap(({ policy, cliffs: own }) => {
    const { points } = curves.find(each => each.policy === policy)!;
    return own.flatMap(cliff => {
      const inside = across(cliff, points);
      const middle = inside[Math.floor(inside.length / 2)];
      return middle ? [{ ...middle, name: 'cliff' }] : [];
    });
  });
  const style = { x: 'capacity', y: 'misses', text: 'name', textAnchor: 'end', dx: -10, dy: 10 } as const;
  return text([...knees, ...cliffs], { ...style, stroke: 'var(--paper)', strokeWidth: 4, fill: 'var(--ink)' });
}

/** Points on the straight line between the ends of a cliff, which a logarithmic axis bends. */
function across({ from, to }: CurveShape['cliffs'][number], points: Curve['points']) {
  const missesOf = (size: number) => (size === 0 ? 100 : points.find(({ capacity }) => capacity === size)!.misses);
  const slope = (missesOf(to) - missesOf(from)) / (to - from);
  return points
    .filter(({ capacity }) => capacity >= from && capacity <= to)
    .map(({ capacity }) => ({ capacity, misses: missesOf(from) + slope * (capacity - from) }));
}
