import { axisX, dot, gridX, plot, rect, ruleY, text } from '@observablehq/plot';
import type { LatencySummary } from '../../engine/documents/latency.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { bareMilliseconds, milliseconds, percent } from '../words/numbers.ts';
import { type Answerer, answerersOf } from './answerers.ts';
import { asPicture, type Frame, plotOptions, textWidth } from './frame.ts';
import { type LatencyBin, latencyRange, logarithmicBins } from './latency-bins.ts';
import { logTicks, roomForTicks } from './log-ticks.ts';

type LatencyData = Pick<
  SimDocument,
  'answeredBy' | 'partitions' | 'levels' | 'totals' | 'latencyHistogram' | 'originLatencyMs'
>;

/** Height of a row where there are few, and where there are many. */
const ROOMY = 74;
const TIGHT = 58;
/** Of a row, what its tallest bar fills; its foot holds the percentiles. */
const TALLEST = 0.62;
const FOOT = 0.2;

/** Where each place's latencies lie: a row of bars for each, on one logarithmic axis, every row to its own tallest bar. */
export function latencyByLevelChart(data: LatencyData, frame: Frame): SVGSVGElement {
  const { requests } = data.totals;
  const places = answerersOf(data).map((answerer, place) => ({
    ...answerer,
    place,
    latency: latencyOf(answerer, data),
  }));
  const rows = places.filter(each => each.answered > 0);
  // The section is not drawn where every request took no time at all.
  const [low, high] = latencyRange(data.latencyHistogram)!;
  const marginLeft = Math.max(...rows.map(({ label }) => textWidth(label)), textWidth('99.9 %')) + 12;
  const bins = logarithmicBins(
    data.latencyHistogram,
    Math.round((frame.width - marginLeft) / 7),
    places.map(({ latency }) => latency && [latency.min, latency.max]),
  );
  const ticks = logTicks(low, high, roomForTicks(frame.width - marginLeft));
  const base = (row: number) => rows.length - 1 - row + FOOT;

  const bars = rows.flatMap(({ place, colour }, row) => {
    const tallest = Math.max(...bins.map(bin => bin.counts[place]!));
    return bins
      .filter(bin => bin.counts[place]! > 0)
      .map(bin => ({
        x1: bin.fromMs,
        x2: bin.toMs,
        y1: base(row),
        y2: base(row) + (TALLEST * bin.counts[place]!) / tallest,
        colour,
      }));
  });
  const percentiles = rows.flatMap(({ latency }, row) =>
    latency
      ? [
          { x: latency.p50, y: base(row), hollow: false },
          { x: latency.p99, y: base(row), hollow: true },
        ]
      : [],
  );
  const figure = plot({
    ...plotOptions(frame, describe(rows)),
    marginLeft,
    marginRight: 16,
    marginTop: 8,
    marginBottom: 42,
    height: rows.length * (rows.length > 5 ? TIGHT : ROOMY) + 50,
    x: { type: 'log', domain: [low / 1.1, high * 1.1] },
    y: { domain: [0, rows.length], axis: null },
    marks: [
      gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        text: (value: number) => bareMilliseconds(value),
        tickSize: 4,
        label: 'latency, ms (log scale)',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      ruleY(
        rows.map((_, row) => base(row)),
        { stroke: 'var(--rule)' },
      ),
      rect(bars, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'colour', insetRight: 0.5 }),
      dot(percentiles, {
        x: 'x',
        y: 'y',
        r: 4.5,
        fill: each => (each.hollow ? 'var(--paper)' : 'var(--ink)'),
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
      text(rows, {
        frameAnchor: 'left',
        dx: -marginLeft,
        y: (_, row) => base(row) + 0.45,
        text: 'label',
        textAnchor: 'start',
        fontWeight: 600,
      }),
      text(rows, {
        frameAnchor: 'left',
        dx: -marginLeft,
        y: (_, row) => base(row) + 0.2,
        text: each => percent(each.answered / requests, requests),
        textAnchor: 'start',
        fill: 'var(--muted)',
      }),
      ...values(rows, base, bins, { low, high, width: frame.width - marginLeft - 16 }),
    ],
  });
  return asPicture(figure);
}

type Row = Answerer & { readonly latency: LatencySummary | null };

function latencyOf({ name, kind }: Answerer, data: LatencyData): LatencySummary | null {
  if (kind === 'origin') return data.originLatencyMs;
  return [...data.partitions, ...data.levels].find(each => each.name === name)?.latencyMs ?? null;
}

/** The two percentiles in figures, beside the bars on the side where there is more room, and only as long as that allows. */
function values(
  rows: readonly (Row & { readonly place: number })[],
  base: (row: number) => number,
  bins: readonly LatencyBin[],
  { low, high, width }: { readonly low: number; readonly high: number; readonly width: number },
) {
  const pixel = (ms: number) => (Math.log(ms / low) / Math.log(high / low)) * width;
  const labels = rows.flatMap(({ latency, place }, row) => {
    const own = bins.filter(bin => bin.counts[place]! > 0);
    if (!latency || own.length === 0) return [];
    const right = Math.max(own.at(-1)!.toMs, latency.p99);
    const left = Math.min(own[0]!.fromMs, latency.p50);
    const toTheRight = width - pixel(right) > pixel(left);
    const room = (toTheRight ? width - pixel(right) : pixel(left)) - 12;
    const figures = [
      `median ${milliseconds(latency.p50)}, p99 ${milliseconds(latency.p99)}`,
      `${bareMilliseconds(latency.p50)}, p99 ${milliseconds(latency.p99)}`,
      milliseconds(latency.p50),
    ].find(each => textWidth(each) <= room);
    return figures === undefined ? [] : [{ x: toTheRight ? right : left, y: base(row), figures, toTheRight }];
  });
  const side = (toTheRight: boolean) =>
    text(
      labels.filter(label => label.toTheRight === toTheRight),
      {
        x: 'x',
        y: 'y',
        text: 'figures',
        textAnchor: toTheRight ? 'start' : 'end',
        dx: toTheRight ? 12 : -12,
        dy: -11,
        fill: 'var(--muted)',
      },
    );
  return [side(true), side(false)];
}

function describe(rows: readonly Row[]): string {
  const parts = rows.map(({ name, latency }) =>
    latency ? `${name} median ${milliseconds(latency.p50)}, 99th percentile ${milliseconds(latency.p99)}` : name,
  );
  return `Latency by the place that answers: ${parts.join('; ')}.`;
}
