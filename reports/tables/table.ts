/** How a column's values are written for people; files get the bare values. */
export type Format = 'text' | 'count' | 'capacity' | 'ratio' | 'milliseconds' | 'seconds' | 'number';

export type Cell = string | number | boolean | null;

export interface Column {
  /** Heading, and the column's name in a CSV file. */
  readonly name: string;
  readonly format: Format;
}

/** A table behind a chart. Rows have one cell for each column. */
export interface Table {
  /** Part of file names: letters, digits, hyphens. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** RFC 4180: comma-separated, CRLF, quotes where needed; empty for null. Numbers stand as they are, not rounded. */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return lines.map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A column of texts. */
export function text(name: string): Column {
  return { name, format: 'text' };
}
