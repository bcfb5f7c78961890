import { dot, plot, ruleX, text } from '@observablehq/plot';
import type { Fill, Unit } from '../../engine/configuration/types.ts';
import type { SizeCurve } from '../../engine/documents/sim.ts';
import { capacityWithUnit, percent } from '../words/numbers.ts';
import { bendNames, curveBends } from './curve-bends.ts';
import { type CurveLayout, curveAxes, curveLayout, curveLines, curveNames, curveScales } from './curve-marks.ts';
import { type Curve, type CurvePoint, curvesOf, missesAt } from './curves.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { levelColour } from './palette.ts';
import { shortName } from './short-name.ts';

export interface SizeData {
  readonly curve: SizeCurve;
  readonly unit: Unit;
  readonly requests: number;
  readonly fill: Fill;
  /** Of the hierarchy as a whole: 0…1. */
  readonly missRatio: number;
  /** In all levels together. */
  readonly capacity: number;
  /** Whether some of what it holds was fetched before anybody asked. */
  readonly fetchesAhead: boolean;
}

/** Miss-ratio curves of single caches, with the capacities down to each level and the hierarchy itself marked in. */
export function sizeChart(data: SizeData, frame: Frame): SVGSVGElement {
  const curves = curvesOf(data.curve.rows);
  const narrow = frame.width < NARROW;
  const marks = data.curve.marks.map(({ name, capacity }, i, [first]) => ({
    name: i === 0 ? shortName(name, 12) : `${shortName(first!.name, 8)}–${shortName(name, 8)}`,
    capacity,
    colour: levelColour(i),
  }));
  const shown = [...marks.map(mark => mark.capacity), data.capacity];
  const layout = curveLayout(curves, shown, { unit: data.unit, height: narrow ? 320 : 400, marginTop: 48 }, frame);
  const inner = frame.width - layout.marginLeft - layout.marginRight;
  const own = { capacity: data.capacity, misses: 100 * data.missRatio, error: 0 };
  const { shapes = [] } = data.curve;

  const figure = plot({
    ...plotOptions(frame, describe(curves, data)),
    ...layout,
    ...curveScales(layout),
    marks: [
      ...curveAxes(layout, frame.width),
      ruleX(marks, { x: 'capacity', stroke: 'colour', strokeWidth: 1.5, insetTop: -8 }),
      text(legible(marks, layout.sizes, inner), {
        x: 'capacity',
        text: 'name',
        frameAnchor: 'top',
        dy: -18,
        fontWeight: 600,
      }),
      ...curveLines(curves),
      curveNames(curves, layout),
      ...curveBends(curves, shapes),
      bendNames(curves, shapes),
      dot([own], { x: 'capacity', y: 'misses', r: 5.5, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 1.5 }),
      text([own], {
        x: 'capacity',
        y: 'misses',
        text: () => NAME,
        ...beside(own, curves, layout, frame.width),
        fontWeight: 600,
        ...halo,
      }),
      hints(curves, data, frame),
    ],
  });
  return asPicture(figure);
}

const halo = { stroke: 'var(--paper)', strokeWidth: 4, fill: 'var(--ink)' } as const;

const NAME = 'this hierarchy';

/** Where the name of the hierarchy's point is furthest from all curves, of six places beside the point. */
function beside(own: CurvePoint, curves: readonly Curve[], layout: CurveLayout, width: number) {
  const { sizes, top, height, marginLeft, marginRight, marginTop, marginBottom } = layout;
  const [across, down] = [width - marginLeft - marginRight, height - marginTop - marginBottom];
  const x = (Math.log(own.capacity / sizes[0]) / Math.log(sizes[1] / sizes[0])) * across;
  const y = (misses: number) => down * (1 - misses / top);
  const reach = 10 + textWidth(NAME);
  const sizeAt = (pixel: number) => sizes[0] * (sizes[1] / sizes[0]) ** (pixel / across);
  const places = [-1, 1].flatMap(side =>
    [-14, 0, 14].map(dy => {
      const [outer, middle] = [x + side * reach, y(own.misses) + dy];
      // Above the frame stand the levels' names.
      const inside = outer > 0 && outer < across && middle + 8 < down && middle >= 0;
      const clearances = curves.flatMap(curve =>
        [0.1, 0.4, 0.7, 1].flatMap(part => {
          const misses = missesAt(curve, sizeAt(x + side * reach * part));
          return misses === null ? [] : [Math.abs(y(misses) - y(own.misses) - dy)];
        }),
      );
      return { side, dy, clearance: inside ? Math.min(40, ...clearances) : -1 };
    }),
  );
  const { side, dy } = places.reduce((best, each) => (each.clearance > best.clearance ? each : best));
  return { textAnchor: side < 0 ? 'end' : 'start', dx: 10 * side, dy } as const;
}

/** The names that do not touch the one before them, from the last, which stands for the whole hierarchy, to the first. */
function legible<Mark extends { readonly name: string; readonly capacity: number }>(
  marks: readonly Mark[],
  [low, high]: readonly [number, number],
  inner: number,
): Mark[] {
  const x = (capacity: number) => (Math.log(capacity / low) / Math.log(high / low)) * inner;
  let free = Number.POSITIVE_INFINITY;
  return [...marks].reverse().filter(({ name, capacity }) => {
    const half = textWidth(name) / 2;
    if (x(capacity) + half > free) return false;
    free = x(capacity) - half - 6;
    return true;
  });
}

function hints(curves: readonly Curve[], { unit, requests }: SizeData, frame: Frame) {
  const points = curves.flatMap(({ policy, points: own }) => own.map(point => ({ policy, ...point })));
  return hint(frame, points, {
    x: 'capacity',
    y: 'misses',
    title: each =>
      `${each.policy}\n${capacityWithUnit(each.capacity, unit)}\n${percent(each.misses / 100, requests)} missed`,
  });
}

function describe(curves: readonly Curve[], { unit, requests, missRatio, capacity }: SizeData): string {
  const parts = curves.map(({ policy, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    const at = (point: typeof first) =>
      `${percent(point.misses / 100, requests)} at ${capacityWithUnit(point.capacity, unit)}`;
    return `${policy} from ${at(first)} to ${at(last)}`;
  });
  return `Miss ratio by capacity: ${parts.join('; ')}. This hierarchy misses ${percent(missRatio, requests)} with ${capacityWithUnit(capacity, unit)} in all.`;
}
