import type { Move } from '../../../engine/documents/sim.ts';
import { compactCount, percent } from '../../words/numbers.ts';
import type { Frame } from '../frame.ts';
import { svg } from '../svg.ts';
import { type Band, bandMark, hint, type Rectangle } from './marks.ts';
import { moveArrows } from './move-arrows.ts';

const HEADER = 44;
const BREADTH = 260;
const BLOCK = 16;
const LANES_GAP = 28;
/** Room for the label of the last column. */
const LAST = 116;

/** The flow from left to right: a column for the requests and one for each place that answers. */
export function flowAcross(bands: readonly Band[], moves: readonly Move[], requests: number, frame: Frame) {
  const { document } = frame;
  const pitch = (frame.width - LAST) / bands.length;
  const scale = BREADTH / requests;
  const column = (i: number) => (i + 1) * pitch;
  const bottom = HEADER + BREADTH;

  const lanes = moveArrows(
    moves,
    new Map(bands.map((band, i) => [band.name, column(i) + BLOCK / 2])),
    scale,
    bottom + LANES_GAP,
    frame,
  );

  const content = [
    ...lanes.content,
    label(document, 0, HEADER, 'requests', compactCount(requests)),
    svg(document, 'rect', { x: 0, y: HEADER, width: BLOCK, height: BREADTH, class: 'ink-soft' }),
    // The last band first: the column of a level lies over all bands that pass it.
    ...bands
      .map((band, i) => {
        const top = HEADER + band.start * scale;
        const thickness = band.answered * scale;
        const way: Rectangle = { x: BLOCK, y: top, width: column(i) - BLOCK, height: thickness };
        const passing: Rectangle = {
          x: column(i),
          y: top + thickness,
          width: BLOCK,
          height: band.kind === 'level' ? bottom - top - thickness : 0,
        };
        const end: Rectangle = { x: column(i), y: top, width: BLOCK, height: thickness };
        const share = percent(band.answered / requests, requests);
        const text = label(document, column(i), top, `${band.label}  ${share}`, compactCount(band.answered));
        return svg(
          document,
          'g',
          { class: 'flow-band' },
          ...bandMark(document, band.colour, way, end, passing),
          text,
          ...hint(frame, band, requests),
        );
      })
      .reverse(),
  ];
  return { height: lanes.bottom, content };
}

/** Two lines standing on a band's upper edge. */
function label(document: Document, x: number, top: number, first: string, second: string): SVGElement {
  return svg(
    document,
    'text',
    { x, y: top - 24 },
    svg(document, 'tspan', { class: 'strong' }, first),
    svg(document, 'tspan', { x, dy: 17, class: 'muted' }, second),
  );
}
