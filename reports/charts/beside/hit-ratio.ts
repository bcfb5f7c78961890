import { axisX, axisY, gridY, lineY, plot, pointerX, ruleX, text, tip } from '@observablehq/plot';
import { count, percent } from '../../words/numbers.ts';
import { asPicture, type Frame, plotOptions, TIP, textWidth } from '../frame.ts';
import { spreadLabels } from '../label-layout.ts';
import { TIME_LEFT, timeAxis } from '../time-axis.ts';
import { windowsOf } from '../windows.ts';
import type { Side, Sides } from './side.ts';

const HEIGHT = 220;
/** Points of hit ratio that the axis shows at least. */
const LEAST_RANGE = 4;

/** The hit ratio over time of two caches, on an axis that shows where they differ: it need not begin at zero. */
export function hitRatioBeside({ before, after }: Sides, frame: Frame): SVGSVGElement {
  const lines = [linesOf(before), linesOf(after)] as const;
  const [low, high] = rangeOf(lines.flat().map(each => each.percent));
  const marginRight = 14 + Math.max(textWidth(before.label), textWidth(after.label));
  const ends = lines.map(line => line.at(-1)!.percent);
  const gap = ((high - low) * 16) / (HEIGHT - 60);
  const placed = spreadLabels(ends, gap, low + gap / 2, high - gap / 2);
  const labels = [before, after].map(({ label }, i) => ({ label, y: placed[i]!, strong: i === 1 }));
  const last = Math.max(...lines.flat().map(each => each.request));
  const figure = plot({
    ...plotOptions(frame, describe({ before, after })),
    ...{ marginLeft: TIME_LEFT, marginRight, marginTop: 24, marginBottom: 38, height: HEIGHT },
    x: { domain: [0, last], ...timeAxis(frame) },
    y: { domain: [low, high] },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, label: 'answered from cache, %', labelArrow: 'none', labelOffset: TIME_LEFT }),
      axisX(timeAxis(frame)),
      lineY(lines[0], { x: 'request', y: 'percent', stroke: 'var(--muted)', strokeWidth: 1.25 }),
      lineY(lines[1], { x: 'request', y: 'percent', stroke: 'var(--ink)', strokeWidth: 2 }),
      text(labels, {
        ...{ x: () => last, y: 'y', text: 'label', textAnchor: 'start', dx: 8 },
        fill: each => (each.strong ? 'var(--ink)' : 'var(--muted)'),
      }),
      frame.tips ? pointer(lines, [before, after]) : [],
    ],
  });
  return asPicture(figure);
}

interface Point {
  /** The middle of the window. */
  readonly request: number;
  readonly percent: number;
  readonly requests: number;
}

function linesOf(side: Side): Point[] {
  return windowsOf(side).map(({ from, to, hitRatio, requests }) => ({
    request: (from + to) / 2,
    percent: 100 * hitRatio,
    requests,
  }));
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const slack = Math.max(0.05 * (high - low), (LEAST_RANGE - (high - low)) / 2);
  return [Math.max(0, low - slack), Math.min(100, high + slack)];
}

function pointer(lines: readonly (readonly Point[])[], sides: readonly Side[]) {
  const [, after] = lines;
  const title = (point: Point, i: number) =>
    [
      `request ${count(point.request)}`,
      ...lines.map(
        (line, s) => `${sides[s]!.label}  ${line[i] ? percent(line[i].percent / 100, point.requests) : '–'}`,
      ),
    ].join('\n');
  const titled = after!.map((point, i) => ({ ...point, title: title(point, i) }));
  return [
    ruleX(titled, pointerX({ x: 'request', stroke: 'var(--ink)', strokeOpacity: 0.6 })),
    tip(titled, pointerX({ x: 'request', y: 'percent', title: 'title', ...TIP })),
  ];
}

function describe({ before, after }: Sides): string {
  const whole = ({ label, totals }: Side) => `${label} ${percent(totals.hitRatio, totals.requests)}`;
  return `Hit ratio over time of two caches; of all requests, ${whole(before)}, ${whole(after)}.`;
}
