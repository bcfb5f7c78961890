import type { Move } from '../../../engine/documents/sim.ts';
import { compactCount, percent } from '../../words/numbers.ts';
import { type Frame, textWidth } from '../frame.ts';
import { svg } from '../svg.ts';
import { type Band, bandMark, hint } from './marks.ts';
import { moveBars } from './move-bars.ts';

const ROW = 46;
const BLOCK = 14;
const TOP = 8;

/** The flow from top to bottom, labels in a column of their own: for narrow pages and for many levels. */
export function flowDown(bands: readonly Band[], moves: readonly Move[], requests: number, frame: Frame) {
  const { document } = frame;
  const labels = bands.map(band => `${band.label}  ${percent(band.answered / requests, requests)}`);
  const left = Math.min(0.45 * frame.width, Math.max(...labels.map(textWidth), textWidth(compactCount(requests))) + 12);
  const breadth = frame.width - left;
  const scale = breadth / requests;
  const row = (i: number) => TOP + (i + 1) * ROW;
  const bottom = row(bands.length - 1) + BLOCK;

  const lanes = moveBars(moves, bands, breadth, left, bottom + 30, frame);
  const content = [
    label(document, TOP, 'requests', compactCount(requests)),
    svg(document, 'rect', { x: left, y: TOP, width: breadth, height: BLOCK, class: 'ink-soft' }),
    // The last band first: the row of a level lies over all bands that pass it.
    ...bands
      .map((band, i) => {
        const x = left + band.start * scale;
        const width = band.answered * scale;
        const way = { x, y: TOP + BLOCK, width, height: row(i) - TOP - BLOCK };
        const end = { x, y: row(i), width, height: BLOCK };
        const passing = {
          x: x + width,
          y: row(i),
          width: band.kind === 'level' ? frame.width - x - width : 0,
          height: BLOCK,
        };
        return svg(
          document,
          'g',
          { class: 'flow-band' },
          ...bandMark(document, band.colour, way, end, passing),
          label(document, row(i), labels[i]!, compactCount(band.answered)),
          ...hint(frame, band, requests),
        );
      })
      .reverse(),
    ...lanes.content,
  ];
  return { height: lanes.bottom, content };
}

/** Two lines beside a row's block. */
function label(document: Document, y: number, first: string, second: string): SVGElement {
  return svg(
    document,
    'text',
    { x: 0, y: y + 6 },
    svg(document, 'tspan', { class: 'strong' }, first),
    svg(document, 'tspan', { x: 0, dy: 17, class: 'muted' }, second),
  );
}
