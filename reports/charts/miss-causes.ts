import { barX, plot, ruleX, text } from '@observablehq/plot';
import type { Diagnosis } from '../../engine/documents/diagnosis.ts';
import { MISS_CAUSES } from '../words/diagnosis-finding.ts';
import { compactCount, count, percent } from '../words/numbers.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';

/** Pixels of a bar's row: beside its name, and below it where there is no room beside. */
const ROW = { wide: 30, narrow: 48 } as const;

/** A bar for each cause of misses; what another policy could save stands out. */
export function missCausesChart({ misses, causes }: Diagnosis, frame: Frame): SVGSVGElement {
  const bars = MISS_CAUSES.map(([cause, name]) => ({
    name,
    count: causes[cause],
    colour: cause === 'policy' ? 'var(--level-1)' : 'var(--origin)',
  }));
  const label = (amount: number) => `${compactCount(amount)}  ${percent(amount / misses, misses)}`;
  const shares = bars.map(({ name, count: amount }) => `${name} ${percent(amount / misses, misses)}`);
  const narrow = frame.width < NARROW;
  const row = narrow ? ROW.narrow : ROW.wide;
  const figure = plot({
    ...plotOptions(frame, `Of ${count(misses)} misses: ${shares.join(', ')}.`),
    marginLeft: narrow ? 1 : Math.max(...bars.map(({ name }) => textWidth(name))) + 8,
    marginRight: Math.max(...bars.map(each => textWidth(label(each.count)))) + 8,
    marginTop: narrow ? 16 : 4,
    marginBottom: 4,
    height: bars.length * row + (narrow ? 20 : 8),
    x: { domain: [0, Math.max(...bars.map(each => each.count))], axis: null },
    y: { type: 'band', domain: bars.map(({ name }) => name), axis: null, padding: narrow ? 0.6 : 0.35 },
    marks: [
      barX(bars, { x: 'count', y: 'name', fill: 'colour' }),
      ruleX([0], { stroke: 'var(--rule)' }),
      narrow
        ? text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'start', dy: -18 })
        : text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'end', dx: -8 }),
      text(bars, {
        x: 'count',
        y: 'name',
        text: (each: (typeof bars)[number]) => label(each.count),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--muted)',
      }),
    ],
  });
  return asPicture(figure);
}
