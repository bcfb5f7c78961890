import { bar } from './bar.ts';
import type { Paint, Style } from './paint.ts';

/** A line of a table. */
export interface BarRow {
  readonly cells: readonly string[];
  /** Length of the bar behind the cells: 1 fills the line. */
  readonly share: number;
}

const GAP = '   ';
const SHORTEST_BAR = 4;

/** Lines of at most `width` columns: cells under their headings, the first to the left and the others to the right, and a bar behind them. */
export function barTable(
  headings: readonly string[],
  rows: readonly BarRow[],
  width: number,
  paint: Paint,
  style: Style,
): string[] {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(({ cells }) => cells[i]!.length)));
  const align = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(GAP);
  const text = 2 + widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  const longest = Math.max(SHORTEST_BAR, width - text - 2);
  return [
    paint('dim', `  ${align(headings)}`.trimEnd()),
    ...rows.map(({ cells, share }) => `  ${align(cells)}  ${paint(style, bar(share, longest))}`.trimEnd()),
  ];
}
