import { axisX, axisY, dot, gridX, gridY, line, plot, text } from '@observablehq/plot';
import type { LatencyBucket, LatencySummary } from '../../engine/documents/latency.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { bareMilliseconds, milliseconds, percent } from '../words/numbers.ts';
import { asPicture, type Frame, plotOptions } from './frame.ts';
import { hint } from './hint.ts';
import { latencyRange } from './latency-bins.ts';
import { logTicks, roomForTicks } from './log-ticks.ts';

type LatencyData = Pick<SimDocument, 'latencyHistogram' | 'latencyMs' | 'baseline' | 'totals'>;

const HEIGHT = 340;
const MARKED = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p99', 0.99],
  ['p999', 0.999],
] as const;
const NAMES = { p50: 'p50', p90: 'p90', p99: 'p99', p999: 'p99.9' } as const;

/**
 * The cumulative distribution of all latencies. The upright axis gives each further nine the same room, so that one request
 * in a thousand is as easy to read as one in two. The flat LRU is known at its percentiles only and is drawn as those points.
 */
export function latencyPercentilesChart(data: LatencyData, frame: Frame): SVGSVGElement {
  const { latencyMs: own, baseline } = data;
  const highest = 1 - 1 / Math.max(10, Math.min(20_000, data.totals.requests));
  const curve = throughPercentiles(cumulative(data.latencyHistogram, highest), known(own, highest));
  const flat = known(baseline.latencyMs, highest);
  const [low, high] = latencyRange(data.latencyHistogram)!;
  const least = Math.min(low, ...flat.map(point => point.ms));
  const greatest = Math.max(high, ...flat.map(point => point.ms));
  const marks = known(own, highest);
  const xTicks = logTicks(least, greatest, roomForTicks(frame.width - 78));
  const yTicks = [0, 0.5, 0.9, 0.99, 0.999, 0.9999].filter(share => share <= highest);
  const middle = Math.sqrt(least * greatest);

  const figure = plot({
    ...plotOptions(frame, describe(own)),
    marginLeft: 62,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 42,
    height: HEIGHT,
    x: { type: 'log', domain: [least / 1.2, greatest * 1.2] },
    // The name of a percentile at the top stands above its point, and below that of the axis.
    y: { domain: [0, 1.08 * nines(highest)] },
    marks: [
      gridX(xTicks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      gridY(yTicks.map(nines), { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(xTicks, {
        text: (value: number) => bareMilliseconds(value),
        tickSize: 4,
        label: 'latency, ms (log scale)',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      axisY(yTicks.map(nines), {
        tickFormat: (value: number) => `${Number((100 * (1 - 10 ** -value)).toFixed(2))} %`,
        tickSize: 0,
        label: 'share of requests answered within',
        labelArrow: 'none',
        labelOffset: 62,
      }),
      line(flat, {
        x: 'ms',
        y: each => nines(each.share),
        stroke: 'var(--muted)',
        strokeWidth: 1,
        strokeDasharray: '1 3',
      }),
      dot(flat, { x: 'ms', y: each => nines(each.share), r: 2.5, fill: 'var(--muted)' }),
      line(curve, { x: 'ms', y: each => nines(each.share), stroke: 'var(--ink)', strokeWidth: 2 }),
      dot(marks, { x: 'ms', y: each => nines(each.share), r: 4, fill: 'var(--ink)' }),
      // Beside a rising curve there is always room below right and above left.
      ...labels(
        marks.filter(({ ms }) => ms <= middle),
        { textAnchor: 'start', dx: 9, dy: 9 },
      ),
      ...labels(
        marks.filter(({ ms }) => ms > middle),
        { textAnchor: 'end', dx: -9, dy: -9 },
      ),
      hint(frame, curve, {
        x: 'ms',
        y: each => nines(each.share),
        title: (each: Point) => `${percent(each.share, data.totals.requests)} take at most ${milliseconds(each.ms)}`,
      }),
    ],
  });
  return asPicture(figure);
}

interface Point {
  readonly ms: number;
  /** Of the requests, how many take at most `ms`: 0…1. */
  readonly share: number;
  readonly name?: string;
}

/** One nine more for each unit: 0 at nothing, 1 at 90 %, 2 at 99 %. */
function nines(share: number): number {
  return -Math.log10(1 - share);
}

function cumulative(buckets: readonly LatencyBucket[], highest: number): Point[] {
  const sorted = buckets.filter(each => each.toMs > 0).sort((a, b) => a.toMs - b.toMs);
  const sizes = sorted.map(each => each.counts.reduce((sum, count) => sum + count, 0));
  const atOnce = buckets.filter(each => each.toMs <= 0).flatMap(each => each.counts);
  let below = atOnce.reduce((sum, count) => sum + count, 0);
  const all = sizes.reduce((sum, size) => sum + size, below);
  const points: Point[] = [];
  sorted.forEach(({ fromMs, toMs }, i) => {
    if (sizes[i] === 0 || points.at(-1)?.share === highest) return;
    // A rise begins where its bucket begins: between buckets nobody is.
    if (fromMs > 0 && points.at(-1)?.ms !== fromMs) points.push({ ms: fromMs, share: Math.min(highest, below / all) });
    below += sizes[i]!;
    points.push({ ms: toMs, share: Math.min(highest, below / all) });
  });
  return points;
}

/** The percentiles are known more exactly than the buckets: the curve bends to go through them. */
function throughPercentiles(curve: readonly Point[], exact: readonly Point[]): Point[] {
  const points = [...curve, ...exact].sort((a, b) => a.ms - b.ms || a.share - b.share);
  return points.filter(({ share }, i) => points.slice(0, i).every(before => before.share <= share));
}

function known(latency: LatencySummary, highest: number): Point[] {
  return MARKED.filter(([name, share]) => share <= highest && latency[name] > 0).map(([name, share]) => ({
    ms: latency[name],
    share,
    name: NAMES[name],
  }));
}

function labels(points: readonly Point[], place: object) {
  return [
    text(points, {
      x: 'ms',
      y: each => nines(each.share),
      text: each => `${each.name}  ${milliseconds(each.ms)}`,
      stroke: 'var(--paper)',
      strokeWidth: 4,
      fill: 'var(--ink)',
      ...place,
    }),
  ];
}

function describe(own: LatencySummary): string {
  const parts = MARKED.map(
    ([name, share]) => `${Number((100 * share).toFixed(1))} % within ${milliseconds(own[name])}`,
  );
  return `Cumulative distribution of the latency: ${parts.join(', ')}.`;
}
