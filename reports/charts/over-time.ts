import { areaY, axisX, axisY, dot, gridY, lineY, plot, pointerX, ruleX, text, tip } from '@observablehq/plot';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { count, milliseconds, percent } from '../words/numbers.ts';
import { type Answerer, answerersOf } from './answerers.ts';
import { asPicture, FONT_SIZE, type Frame, NARROW, plotOptions, TIP } from './frame.ts';
import { spreadLabels } from './label-layout.ts';
import { phaseMarks, TIME_LEFT, timeAxis, timeMargins } from './time-axis.ts';
import { type Window, windowsOf } from './windows.ts';

export type TimeData = Pick<SimDocument, 'answeredBy' | 'partitions' | 'levels' | 'totals' | 'series' | 'phases'>;

/** The hit ratio window by window, stacked from the first place that answers to the last; what is missing to 100 % went to the origin. */
export function overTimeChart(data: TimeData, frame: Frame): SVGSVGElement {
  const windows = windowsOf(data);
  const answerers = answerersOf(data);
  const cached = answerers.filter(each => each.kind !== 'origin');
  const domain = [windows[0]!.from, windows.at(-1)!.to] as const;
  const height = frame.width < NARROW ? 240 : 300;
  const marginTop = data.phases.length > 0 ? 48 : 26;
  const margins = timeMargins(answerers);
  const innerWidth = frame.width - margins.marginLeft - margins.marginRight;

  const corners = stackedCorners(windows, cached);
  const last = windows.at(-1)!;
  const figure = plot({
    ...plotOptions(frame, describe(windows, cached)),
    ...margins,
    marginTop,
    marginBottom: 40,
    height,
    x: { domain, ...timeAxis(frame) },
    y: { domain: [0, 100] },
    marks: [
      axisY({
        ticks: 4,
        tickSize: 0,
        label: 'answered from cache, %',
        labelArrow: 'none',
        labelOffset: TIME_LEFT,
      }),
      areaY(corners, { x: 'x', y1: 'y1', y2: 'y2', z: 'place', fill: 'colour', shapeRendering: 'crispEdges' }),
      separations(corners, cached.length),
      gridY({ ticks: 4, stroke: 'var(--paper)', strokeOpacity: 0.35 }),
      axisX(timeAxis(frame)),
      phaseMarks(data.phases, domain, innerWidth, true),
      endLabels(last, answerers, height - marginTop - 40),
      frame.tips ? pointer(windows, answerers) : [],
    ],
  });
  return asPicture(figure);
}

interface Corner {
  readonly x: number;
  /** Percent; the band covers [y1, y2]. */
  readonly y1: number;
  readonly y2: number;
  readonly place: number;
  readonly colour: string;
}

/** The bands as outlines with two corners a window, for a window's share holds from its start to its end. */
function stackedCorners(windows: readonly Window[], cached: readonly Answerer[]): Corner[] {
  return windows.flatMap(({ from, to, requests, answered }) => {
    let below = 0;
    return cached.flatMap(({ colour }, place) => {
      const y1 = (100 * below) / requests;
      below += answered[place]!;
      const y2 = (100 * below) / requests;
      return [from, to].map(x => ({ x, y1, y2, place, colour }));
    });
  });
}

/** Thin lines in the colour of the page between the bands, where a ramp has so many colours that neighbours look alike. */
function separations(corners: readonly Corner[], places: number) {
  if (places <= 3) return [];
  const inner = corners.filter(({ place }) => place > 0);
  return lineY(inner, { x: 'x', y: 'y1', z: 'place', stroke: 'var(--paper)', strokeWidth: 0.5 });
}

/** The names of the bands beside their last window, moved apart where bands are thin. */
function endLabels(last: Window, answerers: readonly Answerer[], innerHeight: number) {
  let below = 0;
  const shown = answerers
    .map(({ label, colour, kind, answered }, i) => {
      const share = (100 * last.answered[i]!) / last.requests;
      below += share;
      return { label, colour, kind, answered, middle: below - share / 2 };
    })
    .filter(({ kind, answered }) => kind !== 'origin' && answered > 0);
  const gap = (100 * (FONT_SIZE + 3)) / innerHeight;
  const placed = spreadLabels(
    shown.map(({ middle }) => middle),
    gap,
    gap / 2,
    100 - gap / 2,
  );
  const labels = shown.map((each, i) => ({ ...each, y: placed[i]! }));
  return [
    dot(labels, { x: () => last.to, y: 'y', symbol: 'square', r: 4, dx: 12, fill: 'colour' }),
    text(labels, { x: () => last.to, y: 'y', text: 'label', dx: 22, textAnchor: 'start' }),
  ];
}

function pointer(windows: readonly Window[], answerers: readonly Answerer[]) {
  const middle = (window: Window) => (window.from + window.to) / 2;
  const title = (window: Window) =>
    [
      `requests ${count(window.from)} to ${count(window.to)}`,
      ...answerers.map(({ name }, i) => `${name}  ${percent(window.answered[i]! / window.requests, window.requests)}`),
      `mean ${milliseconds(window.latencyMeanMs)}, p99 ${milliseconds(window.latencyP99Ms)}`,
    ].join('\n');
  return [
    ruleX(windows, pointerX({ x: middle, stroke: 'var(--ink)', strokeOpacity: 0.6 })),
    tip(
      windows,
      pointerX({
        x: middle,
        title,
        ...TIP,
        preferredAnchor: 'top-left',
        frameAnchor: 'top',
      }),
    ),
  ];
}

function describe(windows: readonly Window[], cached: readonly Answerer[]): string {
  const ratios = windows.map(each => each.hitRatio);
  const requests = windows[0]!.requests;
  const names = cached.map(each => each.name).join(', ');
  return `Hit ratio over ${windows.length} windows, stacked by ${names}: from ${percent(ratios[0]!, requests)} in the first window to ${percent(ratios.at(-1)!, requests)} in the last; lowest ${percent(Math.min(...ratios), requests)}, highest ${percent(Math.max(...ratios), requests)}.`;
}
