import type { LevelConfiguration } from '../../engine/configuration/types.ts';
import type { LatencySummary } from '../../engine/documents/latency.ts';
import type { LevelCounts, LevelResult } from '../../engine/documents/places.ts';
import type { PredictionResult, PredictionTwin } from '../../engine/documents/prediction.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { formatDuration } from '../../spec/quantity.ts';
import { diagnosisTables } from './diagnosis-tables.ts';
import { curveTable } from './mrc-tables.ts';
import type { Cell, Column, Table } from './table.ts';
import { workloadTables } from './workload-tables.ts';

const COUNTS = [
  ['lookups', 'lookups'],
  ['hits', 'hits'],
  ['misses', 'misses'],
  ['inserted', 'inserted'],
  ['promotedIn', 'of these promoted in'],
  ['demotedIn', 'of these demoted in'],
  ['evicted', 'evicted'],
  ['expired', 'expired'],
  ['invalidated', 'invalidated'],
  ['backInvalidated', 'back-invalidated'],
  ['promotedOut', 'promoted out'],
  ['demotedOut', 'demoted out'],
  ['resident', 'resident at the end'],
] as const satisfies readonly (readonly [keyof LevelCounts, string])[];

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

/** Every number of the report; tables without rows are left out. */
export function simTables(document: SimDocument): Table[] {
  return [
    countsTable('levels', 'Levels', document.levels),
    countsTable('partitions', 'Partitions', document.partitions),
    utilityTable(document),
    predictionTable(document),
    ...(document.prediction ? [predictionTwinsTable(document, document.prediction)] : []),
    ...diagnosisTables(document.diagnosis),
    latencyTable(document),
    typeLatencyTable(document),
    movesTable(document),
    replicationsTable(document),
    configurationTable(document),
    levelConfigurationTable(document),
    checksTable(document),
    seriesTable(document),
    histogramTable(document),
    ...workloadTables(document),
    ...(document.curve ? [curveTable(document.curve.rows)] : []),
  ].filter(table => table.rows.length > 0 && table.columns.length > 1);
}

/** Counters down, places across: the accounting of a place reads from top to bottom. */
function countsTable(id: string, title: string, places: readonly LevelResult[]): Table {
  return {
    id,
    title,
    columns: [text('counter'), ...places.map(place => ({ name: place.name, format: 'count' }) as const)],
    rows: COUNTS.map(([field, label]) => [label, ...places.map(place => place[field])]),
  };
}

/** What room is worth to each data type, in a partition or not: where the next entry should go. */
function utilityTable({ partitions, utilityByType = [] }: SimDocument): Table {
  const own = partitions.flatMap(({ name, utility }) => (utility ? [{ name, ...utility }] : []));
  return {
    id: 'utility',
    title: 'What room is worth, in hits of LRU for each data type alone',
    columns: [
      text('data type'),
      { name: 'requests', format: 'count' },
      { name: 'room', format: 'capacity' },
      { name: 'hits', format: 'count' },
      { name: 'a tenth', format: 'capacity' },
      { name: 'more: gained', format: 'count' },
      { name: 'less: lost', format: 'count' },
      { name: 'one more: gained', format: 'count' },
      { name: 'one less: lost', format: 'count' },
    ],
    rows: [...own, ...utilityByType].map(each => [
      each.name,
      each.requests,
      each.capacity,
      each.hits,
      each.step,
      each.gained,
      each.lost,
      each.gainedByOne ?? null,
      each.lostByOne ?? null,
    ]),
  };
}

const PREDICTION = [
  ['requested', 'proposed'],
  ['redundant', 'of these redundant: there or on their way'],
  ['rejected', 'of these rejected'],
  ['issued', 'of these fetched'],
  ['useful', 'fetched, and asked for in time'],
  ['late', 'fetched, and asked for while on their way'],
  ['evictedUnused', 'fetched, and evicted unused'],
  ['expiredUnused', 'fetched, and expired unused'],
  ['residentUnused', 'fetched, and unused at the end'],
  ['pollution', 'misses on entries that a fetch pushed out'],
] as const satisfies readonly (readonly [keyof PredictionResult, string])[];

function predictionTable({ prediction }: SimDocument): Table {
  return {
    id: 'prediction',
    title: 'Prediction',
    columns: [text('fetches ahead of demand'), { name: 'number', format: 'count' }],
    rows: prediction ? PREDICTION.map(([field, label]) => [label, prediction[field]]) : [],
  };
}

/** The same requests with this prediction, with none, and with one that knows them. */
function predictionTwinsTable({ totals, latencyMs }: SimDocument, { spec, without, oracle }: PredictionResult): Table {
  const own = { ...totals, latencyMeanMs: latencyMs.mean };
  const runs: [string, PredictionTwin | null][] = [
    [spec, own],
    ['none', without],
    ['oracle', oracle],
  ];
  return {
    id: 'prediction-twins',
    title: 'The same requests with other predictions',
    columns: [
      text('prediction'),
      { name: 'hit ratio', format: 'ratio' },
      { name: 'misses', format: 'count' },
      { name: 'of these delayed hits', format: 'count' },
      { name: 'origin fetches', format: 'count' },
      { name: 'mean latency, ms', format: 'milliseconds' },
    ],
    rows: runs.flatMap(([name, run]) =>
      run ? [[name, run.hitRatio, run.misses, run.delayedHits, run.originFetches, run.latencyMeanMs]] : [],
    ),
  };
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

function movesTable({ moves }: SimDocument): Table {
  return {
    id: 'moves',
    title: 'Entries moved between levels',
    columns: [text('kind'), text('from'), text('to'), { name: 'entries', format: 'count' }],
    rows: moves.map(({ kind, from, to, count }) => [kind, from, to, count]),
  };
}

function replicationsTable({ replications = [] }: SimDocument): Table {
  return {
    id: 'replications',
    title: 'Replications',
    columns: [
      { name: 'seed', format: 'count' },
      ...(['requests', 'hits', 'misses'] as const).map(name => ({ name, format: 'count' }) as const),
      { name: 'hit ratio', format: 'ratio' },
      { name: 'origin fetches', format: 'count' },
    ],
    rows: replications.map(({ seed, totals }) => [
      seed,
      totals.requests,
      totals.hits,
      totals.misses,
      totals.hitRatio,
      totals.originFetches,
    ]),
  };
}

function configurationTable({ configuration }: SimDocument): Table {
  const { levels: _levels, partitionLevels: _partitionLevels, ...axes } = configuration;
  return {
    id: 'configuration',
    title: 'Configuration',
    columns: [text('axis'), text('value')],
    rows: Object.entries(axes).map(([axis, value]) => [words(axis), value === null ? 'none' : String(value)]),
  };
}

function levelConfigurationTable({ configuration }: SimDocument): Table {
  const places: readonly LevelConfiguration[] = [...configuration.levels, ...configuration.partitionLevels];
  return {
    id: 'places',
    title: 'Levels and partitions, as configured',
    columns: [
      text('name'),
      { name: 'capacity', format: 'capacity' },
      text('ttl'),
      text('policy'),
      text('admission'),
      text('latency'),
    ],
    rows: places.map(({ name, capacity, ttlSeconds, policy, admission, latency }) => [
      name,
      capacity,
      ttlSeconds === null ? 'none' : formatDuration(ttlSeconds),
      policy,
      admission,
      latency,
    ]),
  };
}

function checksTable({ checks }: SimDocument): Table {
  const failed = checks.filter(check => !check.holds).length;
  return {
    id: 'checks',
    title:
      failed === 0
        ? `Accounting checks: all ${checks.length} hold`
        : `Accounting checks: ${failed} of ${checks.length} fail`,
    columns: [text('law'), text('holds')],
    rows: checks.map(({ law, holds }) => [law, holds ? 'yes' : 'NO']),
  };
}

function seriesTable({ series, answeredBy }: SimDocument): Table {
  const counts = (name: string): Column => ({ name, format: 'count' });
  return {
    id: 'series',
    title: 'Over time, by window',
    columns: [
      counts('first request'),
      counts('requests'),
      { name: 'seconds', format: 'seconds' },
      ...answeredBy.map(counts),
      { name: 'mean ms', format: 'milliseconds' },
      { name: 'p99 ms', format: 'milliseconds' },
    ],
    rows: series.map(point => [
      point.from,
      point.requests,
      point.seconds,
      ...point.answered,
      point.latencyMeanMs,
      point.latencyP99Ms,
    ]),
  };
}

function histogramTable({ latencyHistogram, answeredBy }: SimDocument): Table {
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

/** `levelTtl` → `level ttl`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

function text(name: string): Column {
  return { name, format: 'text' };
}
