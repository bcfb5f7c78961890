import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import type { Column, Table } from './table.ts';

/** Every size of every level, and what the same room is worth in each. */
export function mrcPerLevelTables({ rows, rooms }: MrcPerLevelDocument): Table[] {
  const bytes = rows.some(row => row.byteHitRatio !== undefined);
  const columns: readonly (readonly [keyof (typeof rows)[number], Column])[] = [
    ['level', { name: 'level', format: 'text' }],
    ['capacity', { name: 'capacity', format: 'capacity' }],
    ['requests', { name: 'requests', format: 'count' }],
    ['hits', { name: 'hits', format: 'count' }],
    ['hitRatio', { name: 'hit ratio', format: 'ratio' }],
    ...(bytes ? [['byteHitRatio', { name: 'byte hit ratio', format: 'ratio' }] as const] : []),
    ['latencyMeanMs', { name: 'mean latency (ms)', format: 'milliseconds' }],
    ['latencyP99Ms', { name: 'p99 latency (ms)', format: 'milliseconds' }],
    ['originFetches', { name: 'origin fetches', format: 'count' }],
    ['moved', { name: 'moved', format: 'capacity' }],
  ];
  return [
    {
      id: 'level-sizes',
      title: 'Sizes of levels',
      columns: columns.map(([, column]) => column),
      rows: rows.map(row => columns.map(([field]) => row[field] ?? null)),
    },
    {
      id: 'rooms',
      title: 'The same room, level by level',
      columns: [
        { name: 'level', format: 'text' },
        { name: 'capacity', format: 'capacity' },
        { name: 'more hits', format: 'number' },
        { name: 'mean latency (ms)', format: 'number' },
        { name: 'more origin fetches', format: 'number' },
      ],
      rows: rooms.flatMap(({ level, more, less }) =>
        [more, ...(less ? [less] : [])].map(each => [
          ...[level, each.capacity, each.hits, each.latencyMeanMs, each.originFetches],
        ]),
      ),
    },
  ];
}
