import type { TuneDocument } from '../../engine/documents/tune.ts';
import { coordinateText, rowName } from '../words/tune-words.ts';
import type { Table } from './table.ts';

/** What a tuning's charts are drawn from. */
export function tuneTables(document: TuneDocument): Table[] {
  const { validation } = document;
  const tables: Table[] = [
    {
      id: 'unseen',
      title: 'On unseen requests',
      columns: [
        { name: 'configuration', format: 'text' },
        { name: 'mean latency, ms', format: 'milliseconds' },
        { name: 'p99 latency, ms', format: 'milliseconds' },
        { name: 'hit ratio', format: 'ratio' },
        { name: 'fetches per request', format: 'ratio' },
        { name: 'capacity', format: 'capacity' },
      ],
      rows: validation.rows.map(row => [
        rowName(row),
        row.metrics.latencyMeanMs.mean,
        row.metrics.latencyP99Ms.mean,
        row.metrics.hitRatio.mean,
        row.metrics.fetchesPerRequest.mean,
        row.capacity,
      ]),
    },
    {
      id: 'objective',
      title: 'The objective there, with 95 % intervals',
      columns: [
        { name: 'configuration', format: 'text' },
        { name: 'mean', format: 'number' },
        { name: 'low', format: 'number' },
        { name: 'high', format: 'number' },
      ],
      rows: validation.rows.map(row => {
        const { mean, low, high } = row.metrics.objective;
        return [rowName(row), mean, low, high];
      }),
    },
    {
      id: 'gains',
      title: 'How much better the tuned configuration is',
      columns: [
        { name: 'over', format: 'text' },
        { name: 'gain', format: 'number' },
        { name: 'low', format: 'number' },
        { name: 'high', format: 'number' },
        { name: 'verdict', format: 'text' },
      ],
      rows: validation.gains.map(({ over, mean, low, high, verdict }) => [over, mean, low, high, verdict]),
    },
    {
      id: 'sensitivity',
      title: 'Around the best, one axis at a time',
      columns: [
        { name: 'axis', format: 'text' },
        { name: 'value', format: 'text' },
        { name: 'of the best', format: 'number' },
      ],
      rows: document.sensitivity.flatMap(({ axis, values }) =>
        values.map(({ value, loss }) => [axis, coordinateText(value), loss]),
      ),
    },
    {
      id: 'evaluations',
      title: 'Every evaluation',
      columns: [
        { name: 'number', format: 'count' },
        { name: 'stage', format: 'text' },
        { name: 'requests', format: 'count' },
        { name: 'objective', format: 'number' },
        { name: 'of the default', format: 'number' },
        { name: 'capacity', format: 'capacity' },
        { name: 'configuration', format: 'text' },
      ],
      rows: document.evaluations.map(({ number, stage, measures, value, loss, capacity, point }) => [
        number,
        stage,
        measures.requests,
        value,
        loss,
        capacity,
        Object.entries(point)
          .map(([axis, coordinate]) => `${axis}: ${coordinateText(coordinate)}`)
          .join(', '),
      ]),
    },
  ];
  return tables.filter(table => table.rows.length > 0);
}
