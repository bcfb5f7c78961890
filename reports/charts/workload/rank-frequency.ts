import { axisX, axisY, dot, gridX, gridY, line, plot } from '@observablehq/plot';
import type { WorkloadStatistics } from '../../../engine/documents/workload-statistics.ts';
import { count, plural, tickCount } from '../../words/numbers.ts';
import { asPicture, type Frame, plotOptions } from '../frame.ts';
import { hint } from '../hint.ts';
import { logTicks, roomForTicks } from '../log-ticks.ts';

const HEIGHT = 300;
const LEFT = 52;

/** How often each key is asked for, by its rank, on two logarithmic axes: a power law is a straight line. */
export function rankFrequencyChart({ ranks, popularity }: WorkloadStatistics, frame: Frame): SVGSVGElement {
  const [first, last] = [ranks[0]!, ranks.at(-1)!];
  // At least a decade, in which there is a round value to label.
  const spread = Math.max(1.3, Math.sqrt((10 * last.requests) / first.requests));
  const [least, most] = [Math.max(0.8, last.requests / spread), first.requests * spread];
  const law = zipfLine(ranks, popularity.zipf, most);
  const xTicks = logTicks(1, last.rank, roomForTicks(frame.width - LEFT - 20));
  const yTicks = logTicks(least, most, 5);
  const figure = plot({
    ...plotOptions(
      frame,
      `Requests for a key by its rank: ${count(first.requests)} for the first, ${count(last.requests)} for the last of ${plural(last.rank, 'key')}.`,
    ),
    marginLeft: LEFT,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 42,
    height: HEIGHT,
    x: { type: 'log', domain: [1, last.rank] },
    y: { type: 'log', domain: [least, most] },
    marks: [
      gridX(xTicks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      gridY(yTicks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(xTicks, {
        text: (value: number) => tickCount(value),
        tickSize: 4,
        label: 'rank of the key (log scale)',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      axisY(yTicks, {
        text: (value: number) => tickCount(value),
        tickSize: 0,
        label: 'requests for it (log scale)',
        labelArrow: 'none',
        labelOffset: LEFT,
      }),
      line(law, { x: 'rank', y: 'requests', stroke: 'var(--muted)', strokeDasharray: '5 4' }),
      line(ranks, { x: 'rank', y: 'requests', stroke: 'var(--ink)', strokeWidth: 2 }),
      dot(ranks.length <= 20 ? ranks : [], { x: 'rank', y: 'requests', fill: 'var(--ink)', r: 2.5 }),
      hint(frame, ranks, {
        x: 'rank',
        y: 'requests',
        title: ({ rank, requests }) => `rank ${count(rank)}\n${plural(requests, 'request')}`,
        near: 'x',
      }),
    ],
  });
  return asPicture(figure);
}

/** The line of that exponent that lies closest to the ranks it was fitted to, as far as it lies below `most`. */
function zipfLine(
  ranks: WorkloadStatistics['ranks'],
  zipf: WorkloadStatistics['popularity']['zipf'],
  most: number,
): { rank: number; requests: number }[] {
  if (!zipf) return [];
  const { exponent, toRank } = zipf;
  const fitted = ranks.filter(({ rank }) => rank <= toRank);
  const sum = fitted.reduce((all, { rank, requests }) => all + Math.log(requests) + exponent * Math.log(rank), 0);
  const first = Math.exp(sum / fitted.length);
  const from = exponent > 0 ? Math.max(1, (first / most) ** (1 / exponent)) : 1;
  return [from, toRank].map(rank => ({ rank, requests: first * rank ** -exponent }));
}
