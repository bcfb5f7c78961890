import type { Move } from '../../../engine/documents/sim.ts';
import { compactCount } from '../../words/numbers.ts';
import { FONT_SIZE, type Frame } from '../frame.ts';
import { svg } from '../svg.ts';

const THICKEST = 20;
const TEXT_LINE = FONT_SIZE + 6;
const LANE_GAP = 10;
const HEAD = 7;

const WORDS = { promotion: 'promoted', demotion: 'demoted' } as const;

/**
 * Entries that moved between levels, as arrows between the columns above them, packed into as few lanes as let no two
 * overlap. Thickness is to one scale for all: a whole fraction of the bands', which the caption names.
 * @param columns centre of each place's column
 * @param scale pixels for each request in the bands
 */
export function moveArrows(
  moves: readonly Move[],
  columns: ReadonlyMap<string, number>,
  scale: number,
  top: number,
  frame: Frame,
): { content: Node[]; bottom: number } {
  if (moves.length === 0) return { content: [], bottom: top };
  const { document } = frame;
  const most = Math.max(...moves.map(move => move.count));
  const fraction = Math.max(1, Math.ceil((most * scale) / THICKEST));
  const spans = moves.map(move => {
    const from = columns.get(move.from)!;
    const to = columns.get(move.to)!;
    return {
      move,
      from,
      to,
      low: Math.min(from, to),
      high: Math.max(from, to),
      thickness: (move.count * scale) / fraction,
    };
  });
  const lanes = packLanes(spans);

  const content: Node[] = [];
  let y = top;
  let kind: Move['kind'] | null = null;
  for (const lane of lanes) {
    const thickness = Math.max(...lane.map(span => span.thickness), 2);
    if (lane[0]!.move.kind !== kind) {
      kind = lane[0]!.move.kind;
      const middle = y + TEXT_LINE + thickness / 2;
      content.push(svg(document, 'text', { x: 0, y: middle + 0.35 * FONT_SIZE, class: 'strong' }, WORDS[kind]));
    }
    for (const span of lane) content.push(arrow(document, span, y + TEXT_LINE, thickness));
    y += TEXT_LINE + thickness + LANE_GAP;
  }
  const guides = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].map(x =>
    svg(document, 'line', { x1: x, x2: x, y1: top - 24, y2: y - LANE_GAP + 4, class: 'guide' }),
  );
  const scaling =
    fraction === 1 ? 'entries, to the scale of the bands' : `entries, at 1/${fraction} of the scale of the bands`;
  const caption = svg(document, 'text', { x: 0, y: y + FONT_SIZE + 2, class: 'muted' }, scaling);
  return { content: [...guides, ...content, caption], bottom: y + FONT_SIZE + 8 };
}

interface Span {
  readonly move: Move;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly thickness: number;
}

/** Promotions above demotions; within each, short ways first, each in the first lane where it is free. */
function packLanes(spans: readonly Span[]): Span[][] {
  const lanes: Span[][] = [];
  for (const kind of ['promotion', 'demotion'] as const) {
    const first = lanes.length;
    const ofKind = spans.filter(span => span.move.kind === kind);
    ofKind.sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
    for (const span of ofKind) {
      const free = lanes.findIndex(
        (lane, i) => i >= first && lane.every(other => other.high <= span.low || other.low >= span.high),
      );
      if (free < 0) lanes.push([span]);
      else lanes[free]!.push(span);
    }
  }
  return lanes;
}

function arrow(document: Document, { move, from, to, thickness }: Span, top: number, room: number): Node {
  const direction = Math.sign(to - from);
  const start = from + 4 * direction;
  const end = to - 4 * direction;
  const neck = end - HEAD * direction;
  const half = Math.max(thickness, 1) / 2;
  const middle = top + room / 2;
  const barb = half + 4;
  const outline = [
    `M${start},${middle - half}H${neck}V${middle - barb}L${end},${middle}`,
    `L${neck},${middle + barb}V${middle + half}H${start}Z`,
  ].join('');
  return svg(
    document,
    'g',
    { class: `move ${move.kind}` },
    svg(document, 'path', { d: outline }),
    svg(
      document,
      'text',
      { x: (from + to) / 2, y: top - 5, 'text-anchor': 'middle', class: 'muted' },
      compactCount(move.count),
    ),
  );
}
