import { axisX, dot, gridX, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { coordinateText } from '../words/tune-words.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { policyColour } from './palette.ts';

const ROW = 30;
/** What lies further out would press all the others together: it stands at the edge, with its figure. */
const CLIP = 0.6;

/** What each axis alone does to the objective: a line for each, a dot for each of its values that was tried. */
export function sensitivityChart({ sensitivity }: TuneDocument, frame: Frame): SVGSVGElement {
  const percents = sensitivity.flatMap(({ values }) => values.map(each => each.loss - 1));
  const most = 100 * Math.max(0.01, Math.min(CLIP, ...[Math.max(...percents)]));
  const least = 100 * Math.min(0, ...percents);
  const dots = sensitivity.flatMap(({ axis, best, values }) =>
    values.map(({ value, loss }) => ({
      axis,
      name: coordinateText(value),
      best: value === best,
      change: 100 * (loss - 1),
      x: Math.min(most, 100 * (loss - 1)),
    })),
  );
  const rows = sensitivity.map(({ axis, best, values }) => {
    const worst = values.at(-1)!;
    return {
      axis,
      best: coordinateText(best),
      worst: `${coordinateText(worst.value)} ${change(100 * (worst.loss - 1))}`,
    };
  });
  const told = rows.map(({ axis, best, worst }) => `${axis}: best ${best}, worst ${worst}`).join('; ');
  const narrow = frame.width < NARROW;
  const names = Math.max(...rows.map(({ axis }) => textWidth(axis))) + 16;
  const ends = narrow ? 16 : Math.max(...rows.map(({ worst }) => textWidth(worst))) + 18;
  const figure = plot({
    ...plotOptions(frame, `What other values of each axis cost: ${told}.`),
    marginLeft: names,
    marginRight: ends,
    marginTop: 8,
    marginBottom: 44,
    height: rows.length * ROW + 54,
    x: { domain: [least, most] },
    y: { type: 'point', domain: rows.map(each => each.axis), axis: null, padding: 0.5 },
    marks: [
      gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ruleX([0], { stroke: 'var(--rule)' }),
      axisX({
        ticks: narrow ? 3 : 5,
        tickSize: 4,
        label: 'worse than the best, %',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      ruleY(rows, { x1: least, x2: most, y: 'axis', stroke: 'var(--grid)' }),
      dot(dots, {
        x: 'x',
        y: 'axis',
        r: each => (each.best ? 5.5 : 4),
        fill: each => (each.best ? policyColour(0) : 'var(--muted)'),
        fillOpacity: each => (each.best ? 1 : 0.6),
      }),
      text(rows, { frameAnchor: 'left', y: 'axis', text: 'axis', textAnchor: 'end', dx: -10 }),
      narrow
        ? []
        : text(rows, {
            frameAnchor: 'right',
            y: 'axis',
            text: 'worst',
            textAnchor: 'start',
            dx: 10,
            fill: 'var(--muted)',
          }),
      hint(frame, dots, { x: 'x', y: 'axis', title: each => `${each.axis}\n${each.name}\n${change(each.change)}` }),
    ],
  });
  return asPicture(figure);
}

function change(percent: number): string {
  const text =
    Math.abs(percent) < 10 ? Math.abs(percent).toFixed(1) : Math.round(Math.abs(percent)).toLocaleString('en-US');
  return `${percent < 0 ? '\u2212' : '+'}${text}\u00a0%`;
}
