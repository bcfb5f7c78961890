import { axisX, axisY, gridY, plot, rect, ruleY, text } from '@observablehq/plot';
import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { WorkloadStatistics } from '../../../engine/documents/workload-statistics.ts';
import { count, plural, tickCount } from '../../words/numbers.ts';
import { asPicture, type Frame, plotOptions } from '../frame.ts';
import { hint } from '../hint.ts';
import { TIME_LEFT, timeAxis } from '../time-axis.ts';

/** What the chart is made from; the capacity only where it counts entries, as the working set does. */
export interface WorkingSetData {
  readonly parts: WorkloadStatistics['workingSet'];
  readonly capacity: number | null;
  readonly records: 'request' | 'record';
}

export function workingSetDataOf(document: SimDocument): WorkingSetData | null {
  const { workloadStatistics, configuration, workload } = document;
  if (!workloadStatistics || workloadStatistics.workingSet.length < 2) return null;
  const { levels, unit } = configuration;
  return {
    parts: workloadStatistics.workingSet,
    capacity: unit === 'entries' ? levels.reduce((sum, level) => sum + level.capacity, 0) : null,
    records: workload.operations === workload.requests ? 'request' : 'record',
  };
}

/** Distinct keys in each part of the workload: those that were seen before, and on top of them the new ones. */
export function workingSetChart({ parts, capacity, records }: WorkingSetData, frame: Frame): SVGSVGElement {
  const bars = parts.flatMap(({ from, operations, keys, newKeys }) => [
    { from, to: from + operations, y1: 0, y2: keys - newKeys, colour: 'var(--muted)' },
    { from, to: from + operations, y1: keys - newKeys, y2: keys, colour: 'var(--ink)' },
  ]);
  const middle = ({ from, operations }: (typeof parts)[number]) => from + operations / 2;
  const most = Math.max(...parts.map(({ keys }) => keys));
  const shown = capacity !== null && capacity <= 2 * most ? [capacity] : [];
  const last = parts.at(-1)!;
  // Of a few keys no more lines than whole numbers.
  const ticks = Math.min(4, most);
  const figure = plot({
    ...plotOptions(
      frame,
      `Distinct keys in ${parts.length} equal parts of the workload: between ${count(Math.min(...parts.map(({ keys }) => keys)))} and ${count(most)} each; ${plural(last.newKeys, 'new key')} in the last.`,
    ),
    marginLeft: TIME_LEFT,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 40,
    height: 220,
    x: { domain: [0, last.from + last.operations], ...timeAxis(frame), label: records },
    y: { domain: [0, Math.max(most, ...shown) * 1.02] },
    marks: [
      gridY({ ticks, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX({ ...timeAxis(frame), label: records }),
      axisY({
        ticks,
        tickSize: 0,
        tickFormat: (value: number) => tickCount(value),
        label: 'distinct keys',
        labelArrow: 'none',
        labelOffset: TIME_LEFT,
      }),
      rect(bars, { x1: 'from', x2: 'to', y1: 'y1', y2: 'y2', fill: 'colour', insetRight: 1 }),
      ruleY(shown, { stroke: 'var(--ink)', strokeWidth: 1.25, strokeDasharray: '5 4' }),
      text(shown, {
        y: (value: number) => value,
        frameAnchor: 'right',
        text: (value: number) => `the cache holds ${count(value)}`,
        textAnchor: 'end',
        dy: -9,
        stroke: 'var(--paper)',
        strokeWidth: 4,
        fill: 'var(--ink)',
      }),
      hint(frame, parts, {
        x: middle,
        y: 'keys',
        title: ({ from, operations, keys, newKeys }) =>
          `${records}s ${count(from)} to ${count(from + operations)}\n${plural(keys, 'key')}, ${count(newKeys)} of them new`,
        near: 'x',
      }),
    ],
  });
  return asPicture(figure);
}
