import { barX, plot, ruleX, text } from '@observablehq/plot';
import { compactCount, count, percent } from '../words/numbers.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';

/** Pixels of a bar's row: beside its name, and below it where there is no room beside. */
const ROW = { wide: 30, narrow: 48 } as const;

interface Bar {
  readonly name: string;
  readonly count: number;
  readonly colour: string;
}

/** Parts of a whole, a bar for each that says its number, so that there is no axis to read it from. @param what the whole is: `misses` */
export function labelledBars(bars: readonly Bar[], whole: number, what: string, frame: Frame): SVGSVGElement {
  const label = (bar: Bar) => `${compactCount(bar.count)}  ${percent(bar.count / whole, whole)}`;
  const shares = bars.map(bar => `${bar.name} ${percent(bar.count / whole, whole)}`);
  const narrow = frame.width < NARROW;
  const row = narrow ? ROW.narrow : ROW.wide;
  const figure = plot({
    ...plotOptions(frame, `Of ${count(whole)} ${what}: ${shares.join(', ')}.`),
    marginLeft: narrow ? 1 : Math.max(...bars.map(({ name }) => textWidth(name))) + 8,
    marginRight: Math.max(...bars.map(bar => textWidth(label(bar)))) + 8,
    marginTop: narrow ? 16 : 4,
    marginBottom: 4,
    height: bars.length * row + (narrow ? 20 : 8),
    x: { domain: [0, Math.max(...bars.map(bar => bar.count))], axis: null },
    y: { type: 'band', domain: bars.map(({ name }) => name), axis: null, padding: narrow ? 0.6 : 0.35 },
    marks: [
      barX(bars, { x: 'count', y: 'name', fill: 'colour' }),
      ruleX([0], { stroke: 'var(--rule)' }),
      narrow
        ? text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'start', dy: -18 })
        : text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'end', dx: -8 }),
      text(bars, { x: 'count', y: 'name', text: label, textAnchor: 'start', dx: 8, fill: 'var(--muted)' }),
    ],
  });
  return asPicture(figure);
}
