import type { AblateDocument } from '../../engine/documents/ablate.ts';
import type { Table } from './table.ts';

/** The steps of an ablation, in the metric's own unit and in whole units. */
export function ablateTables({ from, to, steps, unit, metric }: AblateDocument): Table[] {
  const text = ['choice', 'from', 'to'].map(name => ({ name, format: 'text' as const }));
  const numbers = [metric, 'low', 'high', 'first', 'last'].map(name => ({ name, format: 'number' as const }));
  const end = (which: typeof from) => [
    which.name,
    null,
    null,
    which.mean,
    which.low,
    which.high,
    null,
    null,
    which.amount,
  ];
  return [
    {
      id: 'steps',
      title: 'What each choice changes',
      columns: [...text, ...numbers, { name: unit, format: 'count' }],
      rows: [
        end(from),
        ...steps.map(each => [
          each.axis,
          each.from,
          each.to,
          each.mean,
          each.low,
          each.high,
          each.first,
          each.last,
          each.amount,
        ]),
        end(to),
      ],
    },
  ];
}
