import type { TuneDocument } from '../../engine/documents/tune.ts';
import { coordinateText, rowName } from '../words/tune-words.ts';
import type { Column, Table } from './table.ts';

/** What a tuning's charts are drawn from. */
export function tuneTables(document: TuneDocument): Table[] {
  const { validation, space } = document;
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
        { name: 'objective, low', format: 'text' },
        { name: 'objective, high', format: 'text' },
        { name: 'capacity', format: 'capacity' },
      ],
      rows: validation.rows.map(row => [
        rowName(row),
        row.metrics.latencyMeanMs.mean,
        row.metrics.latencyP99Ms.mean,
        row.metrics.hitRatio.mean,
        row.metrics.fetchesPerRequest.mean,
        row.metrics.objective.low.toPrecision(5),
        row.metrics.objective.high.toPrecision(5),
        row.capacity,
      ]),
    },
    {
      id: 'gains',
      title: 'How much better the tuned configuration is',
      columns: [
        { name: 'over', format: 'text' },
        { name: 'gain', format: 'text' },
        { name: 'low', format: 'text' },
        { name: 'high', format: 'text' },
        { name: 'verdict', format: 'text' },
      ],
      rows: validation.gains.map(({ over, mean, low, high, verdict }) => [
        over,
        mean.toPrecision(4),
        low.toPrecision(4),
        high.toPrecision(4),
        verdict,
      ]),
    },
    {
      id: 'sensitivity',
      title: 'Around the best, one axis at a time',
      columns: [
        { name: 'axis', format: 'text' },
        { name: 'value', format: 'text' },
        { name: 'of the best', format: 'text' },
      ],
      rows: document.sensitivity.flatMap(({ axis, values }) =>
        values.map(({ value, loss }) => [axis, coordinateText(value), loss.toFixed(4)]),
      ),
    },
    {
      id: 'evaluations',
      title: 'Every evaluation',
      columns: [
        { name: 'number', format: 'count' },
        { name: 'stage', format: 'text' },
        { name: 'requests', format: 'count' },
        { name: 'mean latency, ms', format: 'milliseconds' },
        { name: 'p99 latency, ms', format: 'milliseconds' },
        { name: 'hit ratio', format: 'ratio' },
        { name: 'capacity', format: 'capacity' },
        { name: 'of the default', format: 'text' },
        ...space.map((axis): Column => ({ name: axis.name, format: 'text' })),
      ],
      rows: document.evaluations.map(({ number, stage, measures, capacity, loss, point }) => [
        number,
        stage,
        measures.requests,
        measures.latencyMeanMs,
        measures.latencyP99Ms,
        measures.hitRatio,
        capacity,
        loss.toFixed(4),
        ...space
          .map(axis => point[axis.name] ?? null)
          .map(value => (typeof value === 'number' ? value.toPrecision(4) : value)),
      ]),
    },
  ];
  return tables.filter(table => table.rows.length > 0);
}
