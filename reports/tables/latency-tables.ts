import type { LatencySummary } from '../../engine/documents/latency.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { type Cell, type Column, type Table, text } from './table.ts';

const LATENCIES = [
  ['mean', 'mean'],
  ['min', 'min'],
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['p999', 'p99.9'],
  ['max', 'max'],
] as const satisfies readonly (readonly [keyof LatencySummary, string])[];

/** How long answers took: by who gave them, by data type, and all of them counted. */
export function latencyTables(document: SimDocument): Table[] {
  return [latencyTable(document), typeLatencyTable(document)];
}

function latencyTable(document: SimDocument): Table {
  const places: [string, LatencySummary | null][] = [
    ['all requests', document.latencyMs],
    ...[...document.partitions, ...document.levels].map(
      ({ name, latencyMs }) => [name, latencyMs] satisfies [string, LatencySummary | null],
    ),
    ['origin', document.originLatencyMs],
    ['flat LRU, all requests', document.baseline.latencyMs],
  ];
  return {
    id: 'latency',
    title: 'Latency, ms',
    columns: [text('answered by'), ...latencyColumns()],
    rows: places.flatMap(([name, latency]) => (latency ? [[name, ...latencyCells(latency)]] : [])),
  };
}

function typeLatencyTable({ latencyByType = [] }: SimDocument): Table {
  return {
    id: 'latency-by-type',
    title: 'Latency by data type, ms',
    columns: [text('data type'), { name: 'requests', format: 'count' }, ...latencyColumns()],
    rows: latencyByType.map(({ name, requests, latencyMs }) => [name, requests, ...latencyCells(latencyMs)]),
  };
}

function latencyColumns(): Column[] {
  return LATENCIES.map(([, name]) => ({ name, format: 'milliseconds' }));
}

function latencyCells(latency: LatencySummary): number[] {
  return LATENCIES.map(([field]) => latency[field]);
}

export function histogramTable({ latencyHistogram, answeredBy }: SimDocument): Table {
  return {
    id: 'latency-histogram',
    title: 'Latency histogram, requests by who answered',
    columns: [
      { name: 'above ms', format: 'milliseconds' },
      { name: 'to ms', format: 'milliseconds' },
      ...answeredBy.map(name => ({ name, format: 'count' }) as const),
    ],
    rows: latencyHistogram.map(({ fromMs, toMs, counts }): Cell[] => [fromMs, toMs, ...counts]),
  };
}
