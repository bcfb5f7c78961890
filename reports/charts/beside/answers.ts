import { barX, plot, text } from '@observablehq/plot';
import { percent } from '../../words/numbers.ts';
import { answerersOf } from '../answerers.ts';
import { asPicture, type Frame, plotOptions, textWidth } from '../frame.ts';
import { shortName } from '../short-name.ts';
import type { Side, Sides } from './side.ts';

const ROW = 58;
/** Of a row, below its bar, for who answers. */
const WORDS = 22;

/** Who answers, as two bars of all requests, each divided from the first place that answers to the origin. */
export function answersBeside({ before, after }: Sides, frame: Frame): SVGSVGElement {
  const sides = [before, after];
  const marginLeft = 12 + Math.max(...sides.map(each => textWidth(shortName(each.label, 12))));
  const inner = frame.width - marginLeft;
  const pieces = sides.flatMap(side => piecesOf(side).map(piece => ({ ...piece, side: side.label })));
  const roomy = pieces.filter(piece => ((piece.to - piece.from) / 100) * inner > textWidth(piece.text) + 6);
  const bar = { insetTop: 6, insetBottom: WORDS };
  const figure = plot({
    ...plotOptions(frame, `Who answers the requests: ${sides.map(describe).join('; ')}.`),
    ...{ marginLeft, marginRight: 0, marginTop: 4, marginBottom: 4, height: sides.length * ROW },
    x: { domain: [0, 100], axis: null },
    y: { type: 'band', domain: sides.map(each => each.label), axis: null, padding: 0 },
    marks: [
      barX(pieces, { x1: 'from', x2: 'to', y: 'side', fill: 'colour', insetRight: 1, ...bar }),
      text(roomy, { x: 'from', y: 'side', text: 'text', textAnchor: 'start', dy: ROW / 2 - WORDS / 2 }),
      text(sides, {
        ...{ x: 0, y: 'label', text: each => shortName(each.label, 12) },
        ...{ textAnchor: 'end', dx: -8, dy: (6 - WORDS) / 2, fill: 'var(--muted)' },
      }),
    ],
  });
  return asPicture(figure);
}

function piecesOf({ totals, ...side }: Side) {
  const { requests } = totals;
  let below = 0;
  return answerersOf({ ...side, totals }).map(({ label, colour, answered }) => {
    const from = (100 * below) / requests;
    below += answered;
    return { from, to: (100 * below) / requests, colour, text: `${label} ${percent(answered / requests, requests)}` };
  });
}

function describe(side: Side): string {
  return `${side.label}, ${piecesOf(side)
    .map(piece => piece.text)
    .join(', ')}`;
}
