import { axisX, axisY, dot, plot, text } from '@observablehq/plot';
import type { SimDocument } from '../../engine/documents/sim.ts';
import type { ResidencyMap } from '../../engine/documents/workload-statistics.ts';
import { count, percent } from '../words/numbers.ts';
import { type Answerer, answerersOf, placesOf } from './answerers.ts';
import { asPicture, FONT_SIZE, type Frame, plotOptions } from './frame.ts';
import { hint } from './hint.ts';
import { svg } from './svg.ts';
import { phaseMarks, TIME_LEFT, timeAxis, timeMargins } from './time-axis.ts';
import { type Window, windowsOf } from './windows.ts';

export type ResidencyData = Pick<
  SimDocument,
  'answeredBy' | 'partitions' | 'levels' | 'totals' | 'series' | 'phases'
> & {
  readonly residencyMap: ResidencyMap;
};

/** Pixels of the picture where there are many keys, and of a row where there are few. */
const TALLEST = 330;
const ROW = 14;
const LINE = FONT_SIZE + 5;

/** Keys by rank, downwards, and time, to the right; coloured by the place where the key lay at the end of the window. */
export function residencyChart(data: ResidencyData, frame: Frame): SVGSVGElement {
  const { keys } = data.residencyMap;
  const windows = windowsOf(data.series);
  const answerers = answerersOf(data);
  const domain = [windows[0]!.from, windows.at(-1)!.to] as const;
  const marginTop = data.phases.length > 0 ? 48 : 26;
  // The colours are named beside it, one line each.
  const inner = Math.min(TALLEST, Math.max(answerers.length * LINE, keys.length * ROW));
  const margins = timeMargins([...answerers, { ...answerers[0]!, label: NOWHERE }]);
  const innerWidth = frame.width - margins.marginLeft - margins.marginRight;
  const labelled = rankLabels(data.residencyMap, inner);

  const figure = plot({
    ...plotOptions(frame, describe(data)),
    ...margins,
    marginTop,
    marginBottom: 40,
    height: inner + marginTop + 40,
    x: { domain, ...timeAxis(frame) },
    y: { domain: [keys.length, 0] },
    marks: [
      axisY(
        labelled.map(row => row + 0.5),
        {
          text: labelled.map(row => count(keys[row]!.rank)),
          tickSize: 4,
          label: 'rank of the key',
          labelAnchor: 'top',
          labelArrow: 'none',
          labelOffset: TIME_LEFT,
        },
      ),
      (_index, { x, y }, _values, _dimensions, context) => {
        // The scales that this plot was given above are continuous ones.
        const [left, right] = [x!(domain[0]) as number, x!(domain[1]) as number];
        const [top, bottom] = [y!(0) as number, y!(keys.length) as number];
        const step = (right - left) / (domain[1] - domain[0]);
        const width = windows[0]!.requests * step;
        const height = (bottom - top) / keys.length;
        return svg(
          context.document,
          'g',
          {
            transform: `translate(${round(left)} ${round(top)}) scale(${round(width)} ${round(height)})`,
            'shape-rendering': 'crispEdges',
          },
          svg(context.document, 'rect', {
            width: String((right - left) / width),
            height: keys.length,
            fill: 'var(--wash)',
          }),
          ...answerers.flatMap(({ kind, colour }, place) => {
            if (kind === 'origin') return [];
            const d = outlines(data.residencyMap, place, windows);
            return d === '' ? [] : [svg(context.document, 'path', { d, stroke: colour, 'stroke-width': 1 })];
          }),
        );
      },
      axisX(timeAxis(frame)),
      phaseMarks(data.phases, domain, innerWidth, true),
      ...key(answerers, domain[1], keys.length, inner),
      hint(frame, frame.tips ? looksOf(data, windows) : [], {
        x: 'request',
        y: 'y',
        title: ({ rank, place, request }) => `rank ${count(rank)}\nrequest ${count(request)}\n${place}`,
      }),
    ],
  });
  return asPicture(figure);
}

interface Look {
  readonly rank: number;
  /** In the middle of the window. */
  readonly request: number;
  readonly y: number;
  readonly place: string;
}

/** Each look at each key, for the pointer. */
function looksOf(data: ResidencyData, windows: readonly Window[]): Look[] {
  const places = placesOf(data);
  return data.residencyMap.keys.flatMap(({ rank, places: letters }, row) =>
    windows.map(({ from, to }, i) => ({
      rank,
      request: Math.round((from + to) / 2),
      y: row + 0.5,
      place: places[Number.parseInt(letters[i] ?? '', 36)] ?? NOWHERE,
    })),
  );
}

const NOWHERE = 'nowhere';

function round(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

/**
 * For one place, a line along each stretch of windows in which a key lay there, one window wide and one row thick: a few
 * characters for each stretch.
 */
function outlines({ keys }: ResidencyMap, place: number, windows: readonly { readonly requests: number }[]): string {
  const letter = place.toString(36);
  const last = windows.at(-1)!.requests / windows[0]!.requests;
  return keys
    .map(({ places }, row) => {
      let line = '';
      let pen = 0;
      for (let from = places.indexOf(letter); from >= 0; ) {
        let to = from + 1;
        while (places[to] === letter) to++;
        const end = to === places.length ? to - 1 + last : to;
        line += `${line === '' ? `M${from} ${row + 0.5}` : `m${from - pen} 0`}h${Math.round(1e3 * (end - from)) / 1e3}`;
        pen = to;
        from = places.indexOf(letter, to);
      }
      return line;
    })
    .join('');
}

/** Rows that say their rank: those of 1, 10, 100 …, as far as they do not touch, and the last. */
function rankLabels({ keys }: ResidencyMap, inner: number): number[] {
  const apart = ((FONT_SIZE + 4) * keys.length) / inner;
  const last = keys.length - 1;
  const rows: number[] = [];
  for (let power = 1; power <= keys[last]!.rank; power *= 10) {
    const row = keys.findIndex(({ rank }) => rank >= power);
    const before = rows.at(-1);
    if (before === undefined || row - before >= apart) rows.push(row);
  }
  if (last - rows.at(-1)! >= apart) rows.push(last);
  return rows;
}

/** The colours, beside the picture. */
function key(answerers: readonly Answerer[], x: number, rows: number, inner: number) {
  const entries = [
    ...answerers.filter(each => each.kind !== 'origin' && each.kind !== 'stale'),
    { label: NOWHERE, colour: 'var(--wash)' },
  ];
  const line = (LINE * rows) / inner;
  const labels = entries.map(({ label, colour }, i) => ({ label, colour, y: (i + 0.5) * line }));
  return [
    dot(labels, { x: () => x, y: 'y', symbol: 'square', r: 4, dx: 12, fill: 'colour', stroke: 'var(--rule)' }),
    text(labels, { x: () => x, y: 'y', text: 'label', dx: 22, textAnchor: 'start' }),
  ];
}

/** Of all looks at all keys, the share that found a key in each place. */
function residencyShares(data: Pick<ResidencyData, 'residencyMap' | 'answeredBy'>) {
  const { keys } = data.residencyMap;
  const letters = keys.map(({ places }) => places).join('');
  return placesOf(data).map((name, place) => ({
    name,
    share: letters.length === 0 ? 0 : (letters.split(place.toString(36)).length - 1) / letters.length,
  }));
}

function describe(data: ResidencyData): string {
  const { keys } = data.residencyMap;
  const looks = keys.length * keys[0]!.places.length;
  const shares = residencyShares(data).map(({ name, share }) => `${name} ${percent(share, looks)}`);
  return `Where ${count(keys.length)} keys of rank 1 to ${count(keys.at(-1)!.rank)} lay over time, of all ${count(looks)} looks: ${shares.join(', ')}; else in none of ${count(placesOf(data).length)} places.`;
}
