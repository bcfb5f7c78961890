import { plot, rect, text } from '@observablehq/plot';
import type { Unit } from '../../engine/configuration/types.ts';
import type { CurveShape } from '../../engine/curves/shape.ts';
import type { CurveRow } from '../../engine/documents/mrc.ts';
import { capacityWithUnit, margin, percent } from '../words/numbers.ts';
import { bestBySize } from './best-by-size.ts';
import { curveBends } from './curve-bends.ts';
import { curveAxes, curveLayout, curveLines, curveNames, curveScales } from './curve-marks.ts';
import { type Curve, curvesOf } from './curves.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { shortName } from './short-name.ts';

export interface CurveData {
  readonly rows: readonly CurveRow[];
  readonly unit: Unit;
  readonly requests: number;
  readonly shapes: readonly CurveShape[];
}

/** Miss-ratio curves of several policies; the ground is tinted with the colour of the policy that misses least at each size. */
export function missRatioChart(data: CurveData, frame: Frame): SVGSVGElement {
  const curves = curvesOf(data.rows);
  const narrow = frame.width < NARROW;
  const layout = curveLayout(curves, [], { unit: data.unit, height: narrow ? 380 : 480, marginTop: 56 }, frame);
  const inner = frame.width - layout.marginLeft - layout.marginRight;
  const [low, high] = layout.sizes;
  const pixel = (size: number) => (Math.log(size / low) / Math.log(high / low)) * inner;
  const reigns = bestBySize(curves);
  const strip = (18 * layout.top) / (layout.height - layout.marginTop - layout.marginBottom);

  const figure = plot({
    ...plotOptions(frame, describe(curves, data)),
    ...layout,
    ...curveScales(layout),
    marks: [
      rect(reigns, { x1: 'from', x2: 'to', y1: 0, y2: layout.top, fill: 'colour', fillOpacity: 0.07 }),
      ...curveAxes(layout, frame.width),
      rect(reigns, {
        x1: 'from',
        x2: 'to',
        y1: layout.top,
        y2: layout.top + strip / 4,
        fill: 'colour',
        insetRight: 1,
        clip: false,
      }),
      text(
        reigns.filter(({ policy, from, to }) => textWidth(shortName(policy)) + 4 < pixel(to) - pixel(from)),
        {
          x: each => Math.sqrt(each.from * each.to),
          y: layout.top,
          text: each => shortName(each.policy),
          dy: -16,
        },
      ),
      ...curveLines(curves),
      ...curveBends(curves, data.shapes),
      curveNames(curves, layout),
      hints(curves, data, frame),
    ],
  });
  return asPicture(figure);
}

function hints(curves: readonly Curve[], { unit, requests }: CurveData, frame: Frame) {
  const points = curves.flatMap(({ policy, points: own }) => own.map(point => ({ policy, ...point })));
  const title = ({ policy, capacity, misses, error }: (typeof points)[number]) => {
    const within = error > 0 ? `, ${margin(error / 100, requests)} points` : '';
    return `${policy}\n${capacityWithUnit(capacity, unit)}\n${percent(misses / 100, requests)} missed${within}`;
  };
  return hint(frame, points, { x: 'capacity', y: 'misses', title });
}

function describe(curves: readonly Curve[], { unit, requests }: CurveData): string {
  const parts = curves.map(({ policy, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    const at = (point: typeof first) =>
      `${percent(point.misses / 100, requests)} at ${capacityWithUnit(point.capacity, unit)}`;
    return `${policy} from ${at(first)} to ${at(last)}`;
  });
  return `Miss ratio by capacity: ${parts.join('; ')}.`;
}
