import type { TuneDocument, TuneEvaluation } from '../../engine/documents/tune.ts';
import type { Coordinate } from '../../engine/search/space.ts';
import { coordinateText } from '../words/tune-words.ts';
import { FONT_SIZE, type Frame, textWidth } from './frame.ts';
import { policyColour } from './palette.ts';
import { svg } from './svg.ts';

const ROW = 46;
/** From a row's name to the values below it. */
const BELOW = 18;

/** More would be a fog, and most of the page. */
export const MOST_LINES = 150;

/** A row of the chart: an axis of the space, and where its values lie, as shares of the width. */
interface Row {
  readonly name: string;
  at(evaluation: TuneEvaluation): number;
  /** Values and where they lie. */
  readonly marks: readonly { readonly text: string; readonly share: number; readonly best: boolean }[];
}

/**
 * Every configuration that was looked at with all requests as a line through the values that it has on each axis, the best one on top
 * (parallel coordinates: Inselberg, "The plane with parallel coordinates", The Visual Computer 1985; here the axes lie one below the
 * other, so that their values can be read on narrow pages too). Where an axis means nothing, the line passes at the left edge.
 */
export function parallelCoordinatesChart(document: TuneDocument, frame: Frame): SVGSVGElement {
  const last = document.search.looks.length - 1;
  const best = document.evaluations[document.best.evaluation - 1]!;
  const shown = document.evaluations.filter(each => each.look === last && each.stage !== 'less room');
  const { document: page, width } = frame;
  const [left, right, top] = [12, 12, 26];
  const inner = width - left - right;
  const rows = rowsOf(document, shown, best, inner);
  const height = top + rows.length * ROW;
  const x = (share: number) => left + share * inner;
  const y = (row: number) => top + row * ROW;
  const path = (each: TuneEvaluation) =>
    rows.map((row, r) => `${r === 0 ? 'M' : 'L'}${x(row.at(each))},${y(r)}`).join('');
  const drawn = linesOf(shown).filter(each => each !== best);
  const lines = [
    { stroke: 'var(--muted)', opacity: 0.25, of: drawn.filter(each => each.loss >= 1), width: 1 },
    { stroke: policyColour(0), opacity: 0.35, of: drawn.filter(each => each.loss < 1), width: 1 },
    // The best may have been looked at in part only, when the time was up.
    { stroke: policyColour(0), opacity: 1, of: [best], width: 3 },
  ].map(({ stroke, opacity, of, width: thick }) =>
    svg(
      page,
      'g',
      { fill: 'none', stroke, 'stroke-opacity': opacity, 'stroke-width': thick },
      ...of.map(each => svg(page, 'path', { d: path(each) })),
    ),
  );
  const labels = rows.flatMap((row, r) => {
    const fits = row.marks.every(mark => textWidth(mark.text) * row.marks.length < inner);
    const halo = { stroke: 'var(--paper)', 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
    const rule = svg(page, 'line', { x1: x(0), x2: x(1), y1: y(r), y2: y(r), stroke: 'var(--rule)' });
    const name = svg(page, 'text', { x: left, y: y(r) - 7, fill: 'var(--muted)', ...halo }, row.name);
    const values = row.marks.flatMap(mark => {
      const tick = svg(page, 'circle', {
        cx: x(mark.share),
        cy: y(r),
        r: 2.5,
        fill: mark.best ? policyColour(0) : 'var(--ink)',
      });
      if (!mark.best && !fits) return [tick];
      const anchor = mark.share < 0.1 ? 'start' : mark.share > 0.9 ? 'end' : 'middle';
      const attributes = {
        x: x(mark.share),
        y: y(r) + BELOW,
        'text-anchor': anchor,
        fill: mark.best ? 'var(--ink)' : 'var(--muted)',
      };
      return [tick, svg(page, 'text', { ...attributes, ...halo, 'font-weight': mark.best ? 600 : 400 }, mark.text)];
    });
    return [rule, name, ...values];
  });
  const told = rows.map(row => `${row.name} ${row.marks.find(mark => mark.best)?.text ?? 'nothing'}`).join(', ');
  const attributes = {
    class: 'chart',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': `${shown.length} configurations by their values on ${rows.length} axes; the best has ${told}.`,
    'font-size': FONT_SIZE,
    fill: 'currentColor',
  };
  return svg(page, 'svg', attributes, ...lines, ...labels) as SVGSVGElement;
}

/** Those that have a line: all, or as many as can be told apart, evenly spaced from the worst to the best. */
function linesOf(shown: readonly TuneEvaluation[]): TuneEvaluation[] {
  const sorted = [...shown].sort((a, b) => b.loss - a.loss);
  if (sorted.length <= MOST_LINES) return sorted;
  return Array.from(
    { length: MOST_LINES },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (MOST_LINES - 1))]!,
  );
}

/** Of the axes on which the configurations differ. */
function rowsOf({ space }: TuneDocument, shown: readonly TuneEvaluation[], best: TuneEvaluation, inner: number): Row[] {
  return space.flatMap((axis): Row[] => {
    const { name } = axis;
    const taken = new Set(shown.flatMap(each => each.point[name] ?? []));
    if (taken.size < 2) return [];
    const own = best.point[name];
    if (axis.kind === 'number') {
      const { low, high } = axis;
      const share = (value: number) => 0.06 + (0.94 * Math.log(value / low)) / Math.log(high / low);
      const ends = [low, high].map(value => ({ text: coordinateText(value), share: share(value), best: false }));
      const mark = typeof own === 'number' ? [{ text: coordinateText(own), share: share(own), best: true }] : [];
      const at = (each: TuneEvaluation) => (typeof each.point[name] === 'number' ? share(Number(each.point[name])) : 0);
      return [
        {
          name,
          at,
          marks: [
            ...ends.filter(end =>
              mark.every(each => Math.abs(each.share - end.share) * inner > textWidth(each.text) + textWidth(end.text)),
            ),
            ...mark,
          ],
        },
      ];
    }
    const values = axis.values.filter(value => taken.has(value));
    const share = (value: Coordinate | undefined) => {
      const place = values.indexOf(String(value));
      return place < 0 ? 0 : 0.06 + (0.94 * (place + 0.5)) / values.length;
    };
    const marks = values.map(value => ({ text: value, share: share(value), best: value === own }));
    return [{ name, at: each => share(each.point[name]), marks }];
  });
}
