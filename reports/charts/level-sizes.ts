/** Hit ratio and mean latency of a hierarchy over the size of one of its levels: a small picture of each for every level. */
import { axisX, axisY, dot, gridX, gridY, line, plot, ruleX } from '@observablehq/plot';
import type { Unit } from '../../engine/configuration/types.ts';
import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import { bareMilliseconds, capacity, capacityWithUnit, milliseconds, percent } from '../words/numbers.ts';
import { type SizedLevel, sizedLevels } from '../words/room-finding.ts';
import { asPicture, type Frame, plotOptions } from './frame.ts';
import { hint } from './hint.ts';
import { logTicks, roomForTicks } from './log-ticks.ts';
import { levelColour, partitionColour } from './palette.ts';

export type LevelSizeChart = `${SizedLevel['kind']}-${number}-${'hits' | 'latency'}`;

/** What the chart of a level or partition is called. */
export function levelSizeChartOf({ kind, place }: SizedLevel, measure: 'hits' | 'latency'): LevelSizeChart {
  return `${kind}-${place + 1}-${measure}`;
}

type Row = SizedLevel['rows'][number];

/** What is drawn up the page. */
interface Measure {
  readonly name: 'hits' | 'latency';
  readonly title: string;
  readonly label: string;
  value(row: Row): number;
  tick(value: number): string;
  say(row: Row): string;
}

const MEASURES: readonly Measure[] = [
  {
    name: 'hits',
    title: 'Hit ratio',
    label: '%',
    value: row => 100 * row.hitRatio,
    tick: value => `${value}`,
    say: row => percent(row.hitRatio, row.requests),
  },
  {
    name: 'latency',
    title: 'Mean latency',
    label: 'ms',
    value: row => row.latencyMeanMs,
    tick: bareMilliseconds,
    say: row => milliseconds(row.latencyMeanMs, 3),
  },
];

/** Two charts for each level; all levels share an axis of each measure, so that a steeper line means more. */
export function levelSizeDrawings(document: MrcPerLevelDocument): [LevelSizeChart, (frame: Frame) => SVGSVGElement][] {
  const { unit } = document.configuration;
  return sizedLevels(document).flatMap(level =>
    MEASURES.map((measure): [LevelSizeChart, (frame: Frame) => SVGSVGElement] => [
      levelSizeChartOf(level, measure.name),
      frame => levelSizeChart(level, measure, spanOf(document.rows, measure), unit, frame),
    ]),
  );
}

function levelSizeChart(
  { name, kind, place, present, rows }: SizedLevel,
  measure: Measure,
  span: readonly [number, number],
  unit: Unit,
  frame: Frame,
): SVGSVGElement {
  const { value, say, tick, title, label } = measure;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const now = rows.find(row => row.capacity === present)!;
  const marginLeft = 52;
  const ticks = logTicks(first.capacity, last.capacity, roomForTicks(frame.width - marginLeft - 20));
  const at = { x: 'capacity', y: value } as const;
  const colour = kind === 'level' ? levelColour(place) : partitionColour(place);
  const ends = [first, now, last].map(row => `${say(row)} with ${capacityWithUnit(row.capacity, unit)}`).join(', ');
  const figure = plot({
    ...plotOptions(frame, `${title} by the size of ${name}: ${ends}.`),
    marginLeft,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 44,
    height: 240,
    x: { type: 'log', domain: [first.capacity, last.capacity] },
    y: { domain: span },
    marks: [
      gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        text: (size: number) => capacity(size, unit),
        tickSize: 4,
        label: `size of ${name}${unit === 'entries' ? ', entries' : ''} (log scale)`,
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: tick, label, labelArrow: 'none', labelAnchor: 'top' }),
      ruleX([present], { stroke: 'var(--muted)', strokeDasharray: '2 3' }),
      line(rows, { ...at, stroke: colour, strokeWidth: 2 }),
      dot(rows, { ...at, fill: colour, r: 2.5 }),
      dot([now], { ...at, fill: 'var(--paper)', stroke: colour, strokeWidth: 2, r: 5 }),
      hint(frame, rows, { ...at, title: (row: Row) => `${capacityWithUnit(row.capacity, unit)}\n${say(row)}` }),
    ],
  });
  return asPicture(figure);
}

/** From the least to the most at any size of any level, with a little air. */
function spanOf(rows: readonly Row[], { value }: Measure): [number, number] {
  const values = rows.map(value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = Math.max(0.05 * (most - least), 0.01 * most, 1e-6);
  return [Math.max(0, least - air), most + air];
}
