import { ruleX, text } from '@observablehq/plot';
import type { SimDocument } from '../../engine/documents.ts';
import { tickCount } from '../words/numbers.ts';
import { type Frame, NARROW, textWidth } from './frame.ts';

/** The left and right margins that the charts over time share, so that they stand exactly below each other. */
export const TIME_MARGINS = { marginLeft: 52, marginRight: 92 } as const;

export function timeAxis({ width }: Frame) {
  return {
    label: 'request',
    labelAnchor: 'right',
    labelArrow: 'none',
    ticks: width < NARROW ? 3 : 5,
    tickFormat: (value: number) => tickCount(value),
    tickSize: 4,
  } as const;
}

/** Marks where the workload changes phase; a label is left out where the one before it still takes the room. */
export function phaseMarks(
  phases: SimDocument['phases'],
  domain: readonly [number, number],
  innerWidth: number,
  labels: boolean,
) {
  const pixels = innerWidth / (domain[1] - domain[0]);
  const inside = phases.filter(({ at }) => at >= domain[0] && at < domain[1]);
  let free = Number.NEGATIVE_INFINITY;
  const labelled = inside.filter(({ at, label }) => {
    const x = (at - domain[0]) * pixels;
    if (x < free) return false;
    free = x + textWidth(label) + 14;
    return true;
  });
  const rules = ruleX(
    inside.filter(({ at }) => at > domain[0]),
    { x: 'at', stroke: 'var(--muted)', strokeDasharray: '2 3', insetTop: -18 },
  );
  if (!labels) return [rules];
  return [
    rules,
    text(labelled, {
      x: 'at',
      text: 'label',
      frameAnchor: 'top',
      textAnchor: 'start',
      dx: 5,
      dy: -14,
      fill: 'var(--muted)',
    }),
  ];
}
