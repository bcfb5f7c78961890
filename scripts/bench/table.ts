import { table } from '../pages/markdown.ts';
import type { BenchRow } from '../schemas/bench.ts';

interface Column {
  readonly heading: string;
  readonly of: (row: BenchRow) => string;
}

const NAME_WIDTH = 34;

const speed: Column = { heading: 'million/s', of: row => row.speed.toFixed(1) };
const ratio: Column = { heading: '× bare loop', of: row => figure(row.ratio) };

/** Caches that go through the requests once. */
const caches: readonly Column[] = [
  speed,
  ratio,
  { heading: '× Map', of: row => figure(row.fasterThanMap) },
  { heading: '× lru-cache', of: row => figure(row.fasterThanLruCache) },
  { heading: 'bytes/key', of: row => row.bytesPerKey?.toFixed(0) ?? '–' },
  { heading: 'hit ratio', of: row => (row.hitRatio === null ? '–' : `${(100 * row.hitRatio).toFixed(1)} %`) },
];

/** Curves, which may stand for many replays. */
const curves: readonly Column[] = [
  { heading: 'seconds', of: row => row.seconds.toFixed(row.seconds < 0.1 ? 3 : 2) },
  speed,
  ratio,
  { heading: '× exact', of: row => figure(row.fasterThanExact) },
];

const tables = { caches, curves } as const;

type TableName = keyof typeof tables;

/** The table that a row stands in. */
export function tableOf(row: BenchRow): TableName;
export function tableOf(row: BenchRow | undefined): TableName | undefined;
export function tableOf(row: BenchRow | undefined): TableName | undefined {
  return row && (row.group === 'curves' ? 'curves' : 'caches');
}

/** The first line of a table in the terminal. */
export function heading(name: TableName): string {
  return columns(
    name,
    tables[name].map(each => each.heading),
  );
}

/** A row of a table in the terminal. */
export function line(row: BenchRow): string {
  return columns(
    row.name,
    tables[tableOf(row)].map(each => each.of(row)),
  );
}

/** All tables in Markdown, for the page about speed. */
export function markdown(rows: readonly BenchRow[]): string {
  const names = [...new Set(rows.map(row => tableOf(row)))];
  const parts = names.map(name => {
    const header = [name === 'caches' ? '' : name, ...tables[name].map(each => each.heading)];
    const own = rows.filter(row => tableOf(row) === name);
    return table(
      header,
      own.map(row => [row.name, ...tables[name].map(each => each.of(row))]),
    );
  });
  return `${parts.join('\n\n')}\n`;
}

function columns(name: string, cells: readonly string[]): string {
  return `${name.padEnd(NAME_WIDTH)}${cells.map(each => each.padStart(12)).join('')}`.trimEnd();
}

/** Two digits at the least. */
function figure(value: number | null): string {
  if (value === null) return '–';
  return value >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1);
}
