import { ruleX, text } from '@observablehq/plot';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { tickCount } from '../words/numbers.ts';
import type { Answerer } from './answerers.ts';
import { type Frame, NARROW, textWidth } from './frame.ts';
import { shortName } from './short-name.ts';

export const TIME_LEFT = 52;

/** The margins that the charts over time share, so that they stand exactly below each other. */
export function timeMargins(answerers: readonly Answerer[]) {
  const names = Math.max(textWidth('mean'), ...answerers.map(({ label }) => textWidth(label)));
  return { marginLeft: TIME_LEFT, marginRight: 28 + names };
}

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

/** Marks where the workload changes phase; a label is left out where the one before it, or the edge, leaves it no room. */
export function phaseMarks(
  phases: SimDocument['phases'],
  domain: readonly [number, number],
  innerWidth: number,
  labels: boolean,
) {
  const pixels = innerWidth / (domain[1] - domain[0]);
  const inside = phases
    .filter(({ at }) => at >= domain[0] && at < domain[1])
    .map(({ at, label }) => ({ at, label: shortName(label) }));
  let free = Number.NEGATIVE_INFINITY;
  const labelled = inside.filter(({ at, label }) => {
    const x = (at - domain[0]) * pixels;
    const end = x + textWidth(label) + 5;
    if (x < free || end > innerWidth + 40) return false;
    free = end + 9;
    return true;
  });
  // Only the rule of a label stands out above the frame: the others would go through the label of one before.
  const named = new Set(labels ? labelled.map(({ at }) => at) : inside.map(({ at }) => at));
  const rules = [true, false].map(out =>
    ruleX(
      inside.filter(({ at }) => at > domain[0] && named.has(at) === out),
      { x: 'at', stroke: 'var(--muted)', strokeDasharray: '2 3', insetTop: out ? -18 : 0 },
    ),
  );
  if (!labels) return rules;
  return [
    ...rules,
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
