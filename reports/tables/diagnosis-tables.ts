import type { Diagnosis, MissesOf } from '../../engine/documents/diagnosis.ts';
import { MISS_CAUSES } from '../words/diagnosis-finding.ts';
import type { Column, Table } from './table.ts';

/** Misses by cause: in all, of the keys with the most of them, and by data type. */
export function diagnosisTables(diagnosis: Diagnosis | undefined): Table[] {
  if (!diagnosis) return [];
  const { causes, keys, types = [] } = diagnosis;
  return [
    {
      id: 'miss-causes',
      title: 'Where the misses come from',
      columns: [
        { name: 'cause', format: 'text' },
        { name: 'misses', format: 'count' },
      ],
      rows: MISS_CAUSES.map(([cause, name]) => [name, causes[cause]]),
    },
    rowsOf('missed-keys', 'Keys with the most misses', 'key', keys),
    rowsOf('missed-types', 'Misses by data type', 'data type', types),
  ];
}

function rowsOf(id: string, title: string, what: string, list: readonly MissesOf[]): Table {
  const columns: Column[] = [
    { name: what, format: 'text' },
    { name: 'requests', format: 'count' },
    { name: 'misses', format: 'count' },
    ...MISS_CAUSES.map(([, name]): Column => ({ name, format: 'count' })),
  ];
  const rows = list.map(each => [each.name, each.requests, each.misses, ...MISS_CAUSES.map(([cause]) => each[cause])]);
  return { id, title, columns, rows };
}
