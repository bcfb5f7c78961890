import { axisX, axisY, gridY, plot, rect, ruleY } from '@observablehq/plot';
import type { WorkloadStatistics } from '../../../engine/documents/workload-statistics.ts';
import { count, percent, tickCount } from '../../words/numbers.ts';
import { asPicture, type Frame, plotOptions } from '../frame.ts';
import { hint } from '../hint.ts';
import { logTicks, roomForTicks } from '../log-ticks.ts';

const HEIGHT = 300;
const LEFT = 44;

/** How many records lie between a request for a key and the access before it, as a histogram on a logarithmic axis. */
export function reuseDistancesChart({ distances, reuse }: WorkloadStatistics, frame: Frame): SVGSVGElement {
  const gets = reuse.reuses + reuse.compulsoryMisses;
  // A bin begins where the one before ends: in between lies no whole number.
  const bars = distances.map(({ to, reuses }, i) => ({
    from: i === 0 ? to / 1.585 : distances[i - 1]!.to,
    to,
    share: (100 * reuses) / gets,
  }));
  const [low, high] = [bars[0]!.from, bars.at(-1)!.to];
  const ticks = logTicks(Math.max(1, low), high, roomForTicks(frame.width - LEFT - 20));
  const { p10, p50, p90 } = reuse.distance!;
  const figure = plot({
    ...plotOptions(
      frame,
      `Records from one access of a key to the next request for it: a tenth within ${count(p10)}, half within ${count(p50)}, nine tenths within ${count(p90)}; ${percent(reuse.compulsoryMisses / gets, gets)} of requests are first ones.`,
    ),
    marginLeft: LEFT,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 42,
    height: HEIGHT,
    x: { type: 'log', domain: [low, high] },
    y: { domain: [0, Math.max(...bars.map(({ share }) => share))] },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        text: (value: number) => tickCount(value),
        tickSize: 4,
        label: 'records since the last access (log scale)',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      axisY({ ticks: 4, tickSize: 0, label: 'share of requests, %', labelArrow: 'none', labelOffset: LEFT }),
      rect(bars, { x1: 'from', x2: 'to', y1: 0, y2: 'share', fill: 'var(--muted)', insetRight: 1 }),
      ruleY([0], { stroke: 'var(--rule)' }),
      hint(frame, bars, {
        x: ({ from, to }) => Math.sqrt(from * to),
        y: 'share',
        title: ({ from, to, share }) =>
          `${count(Math.floor(from) + 1)} to ${count(to)} records\n${percent(share / 100, gets)} of requests`,
        near: 'x',
      }),
    ],
  });
  return asPicture(figure);
}
