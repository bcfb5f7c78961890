import type { PredictionResult } from '../../engine/documents/prediction.ts';
import type { Frame } from './frame.ts';
import { labelledBars } from './labelled-bars.ts';

/** What became of fetches ahead of demand; those that were asked for stand out. */
const FATES = [
  ['useful', 'in time', 'var(--level-1)'],
  ['late', 'late: still on its way', 'var(--level-2)'],
  ['evictedUnused', 'evicted unused', 'var(--origin)'],
  ['expiredUnused', 'expired unused', 'var(--origin)'],
  ['residentUnused', 'unused at the end', 'var(--origin)'],
] as const satisfies readonly (readonly [keyof PredictionResult, string, string])[];

export function prefetchFatesChart(prediction: PredictionResult, frame: Frame): SVGSVGElement {
  const bars = FATES.map(([fate, name, colour]) => ({ name, colour, count: prediction[fate] }));
  return labelledBars(bars, prediction.issued, 'fetches ahead of demand', frame);
}
