import type { Move } from '../../../engine/documents/sim.ts';
import { compactCount } from '../../words/numbers.ts';
import { FONT_SIZE, type Frame, textWidth } from '../frame.ts';
import { svg } from '../svg.ts';
import type { Band } from './marks.ts';

const ROW = 24;
const BAR = 10;

/** Entries that moved between levels, as a list of bars to one scale: the longest fills the room that its number leaves. */
export function moveBars(
  moves: readonly Move[],
  bands: readonly Band[],
  breadth: number,
  left: number,
  top: number,
  frame: Frame,
): { content: Node[]; bottom: number } {
  if (moves.length === 0) return { content: [], bottom: top - 20 };
  const { document } = frame;
  const labelOf = (name: string) => bands.find(band => band.name === name)?.label ?? name;
  const rank = (name: string) => bands.findIndex(band => band.name === name);
  const sorted = [...moves].sort(
    (a, b) => b.kind.localeCompare(a.kind) || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to),
  );
  const most = Math.max(...moves.map(move => move.count));
  const numbers = Math.max(...moves.map(move => textWidth(compactCount(move.count)))) + 8;
  const content: Node[] = [];
  let y = top;
  for (const kind of ['promotion', 'demotion'] as const) {
    const ofKind = sorted.filter(move => move.kind === kind);
    if (ofKind.length === 0) continue;
    const title = kind === 'promotion' ? 'entries promoted' : 'entries demoted';
    content.push(svg(document, 'text', { x: 0, y: y + FONT_SIZE, class: 'strong' }, title));
    y += ROW;
    for (const move of ofKind) {
      const width = Math.max(1, (move.count / most) * (breadth - numbers));
      content.push(
        svg(
          document,
          'g',
          { class: `move ${kind}` },
          svg(document, 'text', { x: 0, y: y + FONT_SIZE }, `${labelOf(move.from)} → ${labelOf(move.to)}`),
          svg(document, 'rect', { x: left, y: y + FONT_SIZE - BAR, width, height: BAR }),
          svg(document, 'text', { x: left + width + 8, y: y + FONT_SIZE, class: 'muted' }, compactCount(move.count)),
        ),
      );
      y += ROW;
    }
    y += 10;
  }
  return { content, bottom: y };
}
