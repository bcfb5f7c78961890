import type { LevelCounts, LevelResult } from '../../engine/documents/places.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { configurationTables } from './configuration-tables.ts';
import { diagnosisTables } from './diagnosis-tables.ts';
import { fetchesTable } from './fetches-table.ts';
import { histogramTable, latencyTables } from './latency-tables.ts';
import { curveTable } from './mrc-tables.ts';
import { predictionTables } from './prediction-tables.ts';
import { type Column, type Table, text } from './table.ts';
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

/** Every number of the report; tables without rows are left out. */
export function simTables(document: SimDocument): Table[] {
  return [
    countsTable('levels', 'Levels', document.levels),
    countsTable('partitions', 'Partitions', document.partitions),
    utilityTable(document),
    fetchesTable(document),
    ...predictionTables(document),
    ...diagnosisTables(document.diagnosis),
    ...latencyTables(document),
    movesTable(document),
    replicationsTable(document),
    ...configurationTables(document),
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
