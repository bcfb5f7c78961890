import type { Unit } from '../../engine/configuration/types.ts';
import type { CurveRow, CurveShape, EstimatedRow, MrcDocument, MrcRow } from '../../engine/documents/mrc.ts';
import type { Column, Table } from './table.ts';

const TYPE = { name: 'data type', format: 'text' } as const;

/** Every row of a set of miss-ratio curves. */
export function curveTable(rows: readonly CurveRow[]): Table {
  const bytes = rows.some(row => 'byteMissRatio' in row);
  const estimated = rows.some(row => 'estimated' in row);
  const columns: (readonly [keyof MrcRow | keyof EstimatedRow, Column])[] = [
    ...(rows.some(row => row.type !== undefined) ? [['type', TYPE] as const] : []),
    ['policy', { name: 'policy', format: 'text' }],
    ['capacity', { name: 'capacity', format: 'capacity' }],
    ['requests', { name: 'requests', format: 'count' }],
    ['hits', { name: 'hits', format: 'count' }],
    ['misses', { name: 'misses', format: 'count' }],
    ['hitRatio', { name: 'hit ratio', format: 'ratio' }],
    ['missRatio', { name: 'miss ratio', format: 'ratio' }],
    ...(bytes ? [['byteMissRatio', { name: 'byte miss ratio', format: 'ratio' }] as const] : []),
    ['evictions', { name: 'evictions', format: 'count' }],
    ...(estimated
      ? ([
          ['error', { name: '± (95 %)', format: 'ratio' }],
          ['rate', { name: 'keys replayed', format: 'ratio' }],
        ] as const)
      : []),
  ];
  return {
    id: 'curves',
    title: 'Miss-ratio curves',
    columns: columns.map(([, column]) => column),
    rows: rows.map(row => {
      // Which fields a row has depends on whether it was counted or estimated.
      const fields: Partial<EstimatedRow & MrcRow> = row;
      return columns.map(([field]) => fields[field] ?? null);
    }),
  };
}

export function mrcTables({ rows, shapes = [] }: MrcDocument): Table[] {
  return [curveTable(rows), ...(shapes.length > 0 ? [stepsTable(shapes, rows[0]!.unit)] : [])];
}

/** What each step from one size to the next brings. */
function stepsTable(shapes: readonly CurveShape[], unit: Unit): Table {
  const typed = shapes.some(shape => shape.type !== undefined);
  return {
    id: 'steps',
    title: 'What more room brings',
    columns: [
      ...(typed ? [TYPE] : []),
      { name: 'policy', format: 'text' },
      { name: 'from', format: 'capacity' },
      { name: 'to', format: 'capacity' },
      { name: 'more hits', format: 'count' },
      { name: unit === 'bytes' ? 'for each MiB' : 'for each entry', format: 'number' },
      { name: 'on the hull', format: 'text' },
    ],
    rows: shapes.flatMap(({ type, policy, steps, hull }) =>
      steps.map(({ from, to, hits, perUnit }) => [
        ...(typed ? [type ?? null] : []),
        ...[policy, from, to, hits, perUnit, hull.includes(to) ? 'yes' : 'no'],
      ]),
    ),
  };
}
