import type { MrcDocument, MrcRow } from '../../engine/documents.ts';
import type { Column, Table } from './table.ts';

/** Every row of a set of miss-ratio curves. */
export function curveTable(rows: readonly MrcRow[]): Table {
  const bytes = rows.some(row => row.byteMissRatio !== undefined);
  const columns: (readonly [keyof MrcRow, Column])[] = [
    ['policy', { name: 'policy', format: 'text' }],
    ['capacity', { name: 'capacity', format: 'capacity' }],
    ['requests', { name: 'requests', format: 'count' }],
    ['hits', { name: 'hits', format: 'count' }],
    ['misses', { name: 'misses', format: 'count' }],
    ['hitRatio', { name: 'hit ratio', format: 'ratio' }],
    ['missRatio', { name: 'miss ratio', format: 'ratio' }],
    ...(bytes ? [['byteMissRatio', { name: 'byte miss ratio', format: 'ratio' }] as const] : []),
    ['evictions', { name: 'evictions', format: 'count' }],
  ];
  return {
    id: 'curves',
    title: 'Miss-ratio curves',
    columns: columns.map(([, column]) => column),
    rows: rows.map(row => columns.map(([field]) => row[field] ?? null)),
  };
}

export function mrcTables({ rows }: MrcDocument): Table[] {
  return [curveTable(rows)];
}
