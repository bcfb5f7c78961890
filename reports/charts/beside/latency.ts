import { axisX, dot, gridX, plot, ruleY, text } from '@observablehq/plot';
import { bareMilliseconds, milliseconds } from '../../words/numbers.ts';
import { asPicture, type Frame, plotOptions } from '../frame.ts';
import { logTicks, roomForTicks } from '../log-ticks.ts';
import type { Side, Sides } from './side.ts';

const MEASURES = [
  ['mean', 'mean'],
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p99', 'p99'],
  ['p999', 'p99.9'],
] as const;

const ROW = 30;
const LEFT = 48;
const RIGHT = 72;

/** The mean and the percentiles of the latency of two caches, a line each: a ring for the one to compare with, a dot for the other. */
export function latencyBeside({ before, after }: Sides, frame: Frame): SVGSVGElement | null {
  const rows = MEASURES.map(([key, name]) => ({ name, before: before.latencyMs[key], after: after.latencyMs[key] }));
  const shown = rows.filter(row => row.before > 0 && row.after > 0);
  if (shown.length === 0) return null;
  const values = shown.flatMap(row => [row.before, row.after]);
  const low = Math.min(...values) / 1.3;
  const high = Math.max(...values) * 1.3;
  const ticks = logTicks(low, high, roomForTicks(frame.width - LEFT - RIGHT));
  const figure = plot({
    ...plotOptions(frame, describe({ before, after }, shown)),
    ...{ marginLeft: LEFT, marginRight: RIGHT, marginTop: 6, marginBottom: 40, height: shown.length * ROW + 46 },
    x: { type: 'log', domain: [low, high] },
    y: { type: 'point', domain: shown.map(row => row.name), axis: null, padding: 0.5 },
    marks: [
      gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        ...{ text: (value: number) => bareMilliseconds(value), tickSize: 4, label: 'latency, ms (log scale)' },
        ...{ labelArrow: 'none', labelAnchor: 'right' },
      }),
      ruleY(shown, { x1: 'before', x2: 'after', y: 'name', stroke: 'var(--ink)', strokeOpacity: 0.5 }),
      dot(shown, { x: 'before', y: 'name', r: 4.5, stroke: 'var(--muted)', strokeWidth: 1.5, fill: 'var(--paper)' }),
      dot(shown, { x: 'after', y: 'name', r: 4.5, fill: 'var(--ink)' }),
      text(shown, { x: low, y: 'name', text: 'name', textAnchor: 'end', dx: -10 }),
      text(shown, { x: high, y: 'name', text: row => milliseconds(row.after), textAnchor: 'start', dx: 8 }),
    ],
  });
  return asPicture(figure);
}

function describe(
  { before, after }: { before: Side; after: Side },
  rows: readonly { name: string; before: number; after: number }[],
): string {
  const parts = rows.map(row => `${row.name} ${milliseconds(row.before)} and ${milliseconds(row.after)}`);
  return `Latency, ${before.label} and ${after.label}: ${parts.join(', ')}.`;
}
