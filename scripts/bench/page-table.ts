import { table } from '../pages/markdown.ts';

/** A report, as it was written and opened. Times in milliseconds. */
export interface PageRow {
  readonly name: string;
  readonly bytes: number;
  /** From the end of the run to the files on disk. */
  readonly writingMs: number;
  /** Until something is to be seen; medians of several opens. */
  readonly firstPaintMs: number;
  /** Until every chart answers the pointer. */
  readonly interactiveMs: number;
  /** From a slider's move to the charts of that cache; null on pages without a laboratory. */
  readonly sliderMs: number | null;
}

const COLUMNS: readonly (readonly [heading: string, of: (row: PageRow) => string])[] = [
  ['kB', row => (row.bytes / 1e3).toFixed(0)],
  ['written, ms', row => row.writingMs.toFixed(0)],
  ['first paint, ms', row => row.firstPaintMs.toFixed(0)],
  ['interactive, ms', row => row.interactiveMs.toFixed(0)],
  ['slider, ms', row => row.sliderMs?.toFixed(0) ?? '–'],
];

/** In Markdown, for the page about speed. */
export function pageTable(rows: readonly PageRow[]): string {
  return table(
    ['', ...COLUMNS.map(([heading]) => heading)],
    rows.map(row => [row.name, ...COLUMNS.map(([, of]) => of(row))]),
  );
}
