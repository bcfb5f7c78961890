import { axisX, dot, gridX, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { capacityWithUnit, margin, percent } from '../words/numbers.ts';
import { curvesOf } from './curves.ts';
import { asPicture, type Frame, plotOptions, textWidth } from './frame.ts';
import type { CurveData } from './miss-ratio-curves.ts';
import { shortName } from './short-name.ts';

const ROW = 26;

/** Several policies at one single size: a dot each, the fewest misses on top. */
export function missRatioDotsChart({ rows, unit, requests }: CurveData, frame: Frame): SVGSVGElement {
  const sorted = curvesOf(rows)
    .map(({ policy, colour, points }) => ({ policy, colour, ...points[0]! }))
    .sort((a, b) => a.misses - b.misses);
  const names = Math.max(...sorted.map(({ policy }) => textWidth(shortName(policy))));
  const size = capacityWithUnit(rows[0]!.capacity, unit);
  const values = sorted.map(({ policy, misses }) => `${policy} ${percent(misses / 100, requests)}`);
  const figure = plot({
    ...plotOptions(frame, `Miss ratio with ${size}, fewest first: ${values.join(', ')}.`),
    marginLeft: names + 16,
    marginRight: sorted.some(each => each.error > 0) ? 110 : 70,
    marginTop: 8,
    marginBottom: 42,
    height: sorted.length * ROW + 50,
    x: { domain: [0, Math.max(1, ...sorted.map(each => Math.min(100, each.misses + each.error)))] },
    y: { type: 'point', domain: sorted.map(({ policy }) => policy), axis: null, padding: 0.5 },
    marks: [
      gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ruleX([0], { stroke: 'var(--rule)' }),
      axisX({
        ticks: 5,
        tickSize: 4,
        label: `requests missed with ${size}, %`,
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      ruleY(sorted, {
        x1: each => Math.max(0, each.misses - each.error),
        x2: each => Math.min(100, each.misses + each.error),
        y: 'policy',
        stroke: 'colour',
        strokeWidth: 2,
      }),
      dot(sorted, { x: 'misses', y: 'policy', fill: 'colour', r: 5 }),
      text(sorted, { x: 0, y: 'policy', text: each => shortName(each.policy), textAnchor: 'end', dx: -10 }),
      text(sorted, {
        x: each => Math.min(100, each.misses + each.error),
        y: 'policy',
        text: each =>
          `${percent(each.misses / 100, requests)}${each.error > 0 ? ` ${margin(each.error / 100, requests)}` : ''}`,
        textAnchor: 'start',
        dx: 12,
        fill: 'var(--muted)',
      }),
    ],
  });
  return asPicture(figure);
}
