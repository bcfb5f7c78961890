import { axisX, axisY, gridY, line, plot, pointerX, ruleX, text } from '@observablehq/plot';
import { bareMilliseconds, milliseconds } from '../words/numbers.ts';
import { answerersOf } from './answerers.ts';
import { asPicture, FONT_SIZE, type Frame, plotOptions } from './frame.ts';
import { logTicks } from './log-ticks.ts';
import type { TimeData } from './over-time.ts';
import { phaseMarks, TIME_LEFT, timeAxis, timeMargins } from './time-axis.ts';
import { type Window, windowsOf } from './windows.ts';

const HEIGHT = 170;

/** Mean and 99th percentile of the latency, window by window, on a logarithmic axis; stands below the hit ratio over time. */
export function latencyOverTimeChart(data: TimeData, frame: Frame): SVGSVGElement {
  const windows = windowsOf(data);
  const domain = [windows[0]!.from, windows.at(-1)!.to] as const;
  const values = windows.flatMap(each => [each.latencyMeanMs, each.latencyP99Ms]).filter(value => value > 0);
  const low = Math.min(...values) * 0.8;
  const high = Math.max(...values) * 1.25;
  const margins = timeMargins(answerersOf(data));
  const innerWidth = frame.width - margins.marginLeft - margins.marginRight;
  const ticks = logTicks(low, high, 4);

  const figure = plot({
    ...plotOptions(frame, describe(windows)),
    ...margins,
    marginTop: 28,
    marginBottom: 40,
    height: HEIGHT,
    x: { domain, ...timeAxis(frame) },
    y: { type: 'log', domain: [low, high] },
    marks: [
      gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisY(ticks, {
        tickSize: 0,
        text: (value: number) => bareMilliseconds(value),
        label: 'latency, ms (log scale)',
        labelArrow: 'none',
        labelOffset: TIME_LEFT,
      }),
      axisX(timeAxis(frame)),
      phaseMarks(data.phases, domain, innerWidth, false),
      steps(windows, 'latencyMeanMs', { stroke: 'var(--muted)', strokeWidth: 1.25 }),
      steps(windows, 'latencyP99Ms', { stroke: 'var(--ink)', strokeWidth: 1.75 }),
      endLabels(windows.at(-1)!, low, high),
      frame.tips
        ? ruleX(
            windows,
            pointerX({ x: (each: Window) => (each.from + each.to) / 2, stroke: 'var(--ink)', strokeOpacity: 0.6 }),
          )
        : [],
    ],
  });
  return asPicture(figure);
}

/** A line that holds each window's value from its start to its end. */
function steps(windows: readonly Window[], field: 'latencyMeanMs' | 'latencyP99Ms', style: object) {
  const corners = windows.flatMap(each => [
    { x: each.from, y: each[field] },
    { x: each.to, y: each[field] },
  ]);
  return line(
    corners.filter(({ y }) => y > 0),
    { x: 'x', y: 'y', ...style },
  );
}

function endLabels(last: Window, low: number, high: number) {
  const inner = HEIGHT - 68;
  const pixel = (value: number) => (Math.log(value / low) / Math.log(high / low)) * inner;
  const mean = last.latencyMeanMs;
  const p99 = last.latencyP99Ms;
  if (mean <= 0 || p99 <= 0) return [];
  const missing = Math.max(0, FONT_SIZE + 2 - Math.abs(pixel(p99) - pixel(mean))) / 2;
  const up = p99 >= mean ? -missing : missing;
  const at = { x: () => last.to, textAnchor: 'start', dx: 8 } as const;
  return [
    text([p99], { ...at, y: (value: number) => value, text: () => 'p99', dy: up }),
    text([mean], { ...at, y: (value: number) => value, text: () => 'mean', dy: -up, fill: 'var(--muted)' }),
  ];
}

function describe(windows: readonly Window[]): string {
  const p99 = windows.map(each => each.latencyP99Ms);
  return `Latency over ${windows.length} windows: the 99th percentile lies between ${milliseconds(Math.min(...p99))} and ${milliseconds(Math.max(...p99))}.`;
}
