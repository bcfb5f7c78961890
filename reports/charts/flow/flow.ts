import type { SimDocument } from '../../../engine/documents/sim.ts';
import { count, percent, plural } from '../../words/numbers.ts';
import { answerersOf } from '../answerers.ts';
import type { Frame } from '../frame.ts';
import { svg } from '../svg.ts';
import { flowAcross } from './across.ts';
import { flowDown } from './down.ts';
import type { Band } from './marks.ts';

type FlowData = Pick<SimDocument, 'answeredBy' | 'partitions' | 'levels' | 'totals' | 'moves'>;

/** Narrower than this a column has no room for its label, and the flow turns downwards. */
const COLUMN = 104;

/**
 * Requests on their way through the cache. Each band is a group of requests, as thick as it is numerous, and ends where the
 * request is answered; a level stands across all bands that came to ask it. Below, to one common scale of their own, the
 * entries that moved between levels.
 */
export function flowChart(data: FlowData, frame: Frame): SVGSVGElement {
  const { requests } = data.totals;
  let start = 0;
  const bands = answerersOf(data)
    .filter(({ kind, answered }) => kind === 'level' || answered > 0)
    .map(answerer => {
      const band = { ...answerer, start };
      start += answerer.answered;
      return band;
    });
  const places = new Set(bands.map(band => band.name));
  const moves = data.moves.filter(move => move.count > 0 && places.has(move.from) && places.has(move.to));
  const draw = frame.width / (bands.length + 1) >= COLUMN ? flowAcross : flowDown;
  const { height, content } = draw(bands, moves, requests, frame);
  const description = describe(bands, requests);
  return svg(
    frame.document,
    'svg',
    {
      class: 'chart',
      role: 'img',
      'aria-label': description,
      viewBox: `0 0 ${frame.width} ${height}`,
      width: frame.width,
      height,
      fill: 'currentColor',
    },
    ...content,
    // createElementNS gives an element of the name's own class, which the type of the name at hand does not show.
  ) as SVGSVGElement;
}

function describe(bands: readonly Band[], requests: number): string {
  const parts = bands.map(
    band => `${band.name} ${count(band.answered)} (${percent(band.answered / requests, requests)})`,
  );
  return `Flow of ${plural(requests, 'request')} to the place that answers: ${parts.join(', ')}.`;
}
