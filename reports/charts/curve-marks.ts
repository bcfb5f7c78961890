import { areaY, axisX, axisY, dot, gridX, gridY, line, text } from '@observablehq/plot';
import type { Unit } from '../../engine/configuration/types.ts';
import { capacity } from '../words/numbers.ts';
import { type Curve, type CurvePoint, meanMisses } from './curves.ts';
import { FONT_SIZE, type Frame, textWidth } from './frame.ts';
import { spreadLabels } from './label-layout.ts';
import { logTicks, roomForTicks } from './log-ticks.ts';
import { shortName } from './short-name.ts';

/** The measures of a chart of miss-ratio curves. */
export interface CurveLayout {
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly sizes: readonly [number, number];
  /** Misses at the upper edge, percent. */
  readonly top: number;
  readonly unit: Unit;
  /** Where the curves are named: at the end where they lie further apart. The axis of misses stands at the other. */
  readonly names: 'left' | 'right';
}

const AXIS = 40;
const LINE = FONT_SIZE + 2;

/** @param alsoShown further sizes that the axis must reach */
export function curveLayout(
  curves: readonly Curve[],
  alsoShown: readonly number[],
  { unit, height, marginTop }: Pick<CurveLayout, 'unit' | 'height' | 'marginTop'>,
  frame: Frame,
): CurveLayout {
  const sizes = [...alsoShown, ...curves.flatMap(({ points }) => points.map(point => point.capacity))];
  const most = Math.max(...curves.flatMap(({ points }) => points.map(point => point.misses + point.error)), 1);
  const room = Math.min(0.4 * frame.width, Math.max(...curves.map(({ policy }) => textWidth(shortName(policy)))) + 30);
  const top = Math.min(100, Math.ceil(most / 5) * 5);
  const marginBottom = 44;
  const gap = (LINE * top) / (height - marginTop - marginBottom);
  const names = displacement(curves, 0, gap, top) < displacement(curves, -1, gap, top) ? 'left' : 'right';
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft: names === 'left' ? room : AXIS,
    marginRight: names === 'left' ? AXIS : room,
    sizes: [Math.min(...sizes), Math.max(...sizes)],
    top,
    unit,
    names,
  };
}

/** How far, in all, labels at the first (0) or last (−1) points would have to move from their curves to be legible. */
function displacement(curves: readonly Curve[], end: 0 | -1, gap: number, top: number): number {
  const ends = curves.map(({ points }) => points.at(end)!.misses);
  return spreadLabels(ends, gap, gap / 2, top).reduce((sum, place, i) => sum + Math.abs(place - ends[i]!), 0);
}

export function curveScales({ sizes, top }: CurveLayout) {
  return { x: { type: 'log', domain: sizes }, y: { domain: [0, top] } } as const;
}

export function curveAxes({ sizes, unit, names, marginLeft, marginRight }: CurveLayout, width: number) {
  const ticks = logTicks(sizes[0], sizes[1], roomForTicks(width - marginLeft - marginRight));
  return [
    gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
    capacityAxis(ticks, unit),
    axisY({
      anchor: names === 'left' ? 'right' : 'left',
      ticks: 5,
      tickSize: 0,
      label: 'requests missed, %',
      labelArrow: 'none',
      labelOffset: AXIS,
    }),
  ];
}

/** The axis of sizes. */
export function capacityAxis(ticks: readonly number[], unit: Unit) {
  return axisX(ticks, {
    text: (value: number) => capacity(value, unit),
    tickSize: 4,
    label: unit === 'entries' ? 'capacity, entries (log scale)' : 'capacity (log scale)',
    labelArrow: 'none',
    labelAnchor: 'right',
  });
}

/** Each curve, with a dot where it was measured, and the interval of an estimate around it. */
export function curveLines(curves: readonly Curve[]) {
  return curves.flatMap(({ points, role, colour }) => {
    const at = { x: 'capacity', y: 'misses' } as const;
    const style =
      role === 'optimal'
        ? { strokeWidth: 1.5, strokeDasharray: '5 4' }
        : { strokeWidth: role === 'flat-lru' ? 1.25 : 2 };
    const interval = { x: 'capacity', y1: low, y2: high, fill: colour, fillOpacity: 0.15 } as const;
    return [
      points.some(point => point.error > 0) ? areaY(points, interval) : [],
      line(points, { ...at, stroke: colour, ...style }),
      dot(points, { ...at, fill: colour, r: role === 'policy' ? 2.25 : 1.5 }),
    ];
  });
}

function low({ misses, error }: CurvePoint): number {
  return Math.max(0, misses - error);
}

function high({ misses, error }: CurvePoint): number {
  return Math.min(100, misses + error);
}

/** The name of each curve beside its end, moved apart where ends are close. */
export function curveNames(
  curves: readonly Curve[],
  { names, sizes, height, marginTop, marginBottom, top }: CurveLayout,
) {
  const left = names === 'left';
  // Curves that end together are named in the order in which they lie over all sizes.
  const sorted = [...curves].sort((a, b) => meanMisses(a) - meanMisses(b));
  const gap = (LINE * top) / (height - marginTop - marginBottom);
  const places = spreadLabels(
    sorted.map(({ points }) => points.at(left ? 0 : -1)!.misses),
    gap,
    gap / 2,
    top,
  );
  const labels = sorted.map((curve, i) => ({ ...curve, y: places[i]!, name: shortName(curve.policy) }));
  const at = { x: () => sizes[left ? 0 : 1], y: 'y' } as const;
  const outwards = left ? -1 : 1;
  return [
    dot(labels, { ...at, dx: 12 * outwards, fill: 'colour', symbol: 'square', r: 4 }),
    text(labels, { ...at, dx: 22 * outwards, text: 'name', textAnchor: left ? 'end' : 'start' }),
  ];
}
