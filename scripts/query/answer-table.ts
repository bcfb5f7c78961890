import type { Cell } from '../../reports/tables/table.ts';
import { cut, printable } from '../../reports/terminal/lines.ts';
import type { Paint } from '../../reports/terminal/paint.ts';
import type { Answer } from './database.ts';

const WIDTH = 80;
const GAP = '  ';

/** A column of text is not cut to less. */
const NARROWEST = 12;

/** More are no help on a terminal. */
const MOST_ROWS = 100;

/** What a query gave, in 80 columns: long texts are cut, and columns that have no room are named below. */
export function answerTable({ columns, rows }: Answer, paint: Paint): string {
  const shown = rows.slice(0, MOST_ROWS);
  const texts = shown.map(row => row.map(cell => printable(said(cell))));
  const numeric = columns.map((_, i) => shown.some(row => typeof row[i] === 'number'));
  const natural = columns.map((name, i) => Math.max(name.length, ...texts.map(row => row[i]!.length)));
  const widths = fitted(natural, numeric);
  const line = (cells: readonly string[]) =>
    widths
      .map((width, i) => {
        const text = cut(cells[i]!, width);
        return numeric[i] ? text.padStart(width) : text.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  const missing = columns.slice(widths.length);
  const notes = [
    ...(missing.length > 0 ? [`no room for ${missing.join(', ')}`] : []),
    ...(rows.length > MOST_ROWS ? [`${rows.length - MOST_ROWS} rows more`] : []),
  ];
  return [
    paint('dim', line(columns)),
    ...texts.map(line),
    ...(rows.length === 0 ? [paint('dim', 'no rows')] : []),
    ...(notes.length > 0 ? [paint('dim', cut(`(${notes.join('; ')}; --csv has all)`, WIDTH))] : []),
  ].join('\n');
}

/** Widths of as many columns as fit: the widest texts give way first. */
function fitted(natural: readonly number[], numeric: readonly boolean[]): number[] {
  const widths = natural.map((width, i) => (numeric[i] ? width : Math.min(width, WIDTH)));
  const total = () => widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  while (total() > WIDTH) {
    const widest = Math.max(...widths.filter((_, i) => !numeric[i]), 0);
    if (widest > NARROWEST) widths[widths.findIndex((each, i) => each === widest && !numeric[i])]!--;
    else if (widths.length > 1) {
      widths.pop();
      // What gave way for the column that is gone takes its room again.
      for (const [i] of widths.entries()) widths[i] = Math.min(natural[i]!, WIDTH);
    } else {
      widths[0] = WIDTH;
    }
  }
  return widths;
}

/** Six digits are enough to read; files have all. */
function said(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell !== 'number' || Number.isInteger(cell)) return String(cell);
  return String(Number(cell.toPrecision(6)));
}
