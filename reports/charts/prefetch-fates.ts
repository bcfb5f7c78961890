import { barX, plot, ruleX, text } from '@observablehq/plot';
import type { PredictionResult } from '../../engine/documents/prediction.ts';
import { compactCount, count, percent } from '../words/numbers.ts';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';

/** Pixels of a bar's row: beside its name, and below it where there is no room beside. */
const ROW = { wide: 30, narrow: 48 } as const;

/** What became of fetches ahead of demand; those that were asked for stand out. */
const FATES = [
  ['useful', 'in time', 'var(--level-1)'],
  ['late', 'late: still on its way', 'var(--level-2)'],
  ['evictedUnused', 'evicted unused', 'var(--origin)'],
  ['expiredUnused', 'expired unused', 'var(--origin)'],
  ['residentUnused', 'unused at the end', 'var(--origin)'],
] as const satisfies readonly (readonly [keyof PredictionResult, string, string])[];

export function prefetchFatesChart(prediction: PredictionResult, frame: Frame): SVGSVGElement {
  const { issued } = prediction;
  const bars = FATES.map(([fate, name, colour]) => ({ name, colour, fetches: prediction[fate] }));
  const shares = bars.map(({ name, fetches }) => `${name} ${percent(fetches / issued, issued)}`);
  const label = (fetches: number) => `${compactCount(fetches)}  ${percent(fetches / issued, issued)}`;
  const narrow = frame.width < NARROW;
  const row = narrow ? ROW.narrow : ROW.wide;
  // Every bar says its number, so there is no axis to read it from.
  const figure = plot({
    ...plotOptions(frame, `Of ${count(issued)} fetches ahead of demand: ${shares.join(', ')}.`),
    marginLeft: narrow ? 1 : Math.max(...bars.map(({ name }) => textWidth(name))) + 8,
    marginRight: Math.max(...bars.map(({ fetches }) => textWidth(label(fetches)))) + 8,
    marginTop: narrow ? 16 : 4,
    marginBottom: 4,
    height: bars.length * row + (narrow ? 20 : 8),
    x: { domain: [0, Math.max(...bars.map(({ fetches }) => fetches))], axis: null },
    y: { type: 'band', domain: bars.map(({ name }) => name), axis: null, padding: narrow ? 0.6 : 0.35 },
    marks: [
      barX(bars, { x: 'fetches', y: 'name', fill: 'colour' }),
      ruleX([0], { stroke: 'var(--rule)' }),
      narrow
        ? text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'start', dy: -18 })
        : text(bars, { x: 0, y: 'name', text: 'name', textAnchor: 'end', dx: -8 }),
      text(bars, {
        x: 'fetches',
        y: 'name',
        text: ({ fetches }) => label(fetches),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--muted)',
      }),
    ],
  });
  return asPicture(figure);
}
