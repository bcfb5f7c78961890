import type { PredictionResult, PredictionTwin } from '../../engine/documents/prediction.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { type Table, text } from './table.ts';

/** What became of fetches ahead of demand, and the same requests with other predictions; none where nothing was foretold. */
export function predictionTables(document: SimDocument): Table[] {
  const { prediction } = document;
  return prediction ? [predictionTable(prediction), predictionTwinsTable(document, prediction)] : [];
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

function predictionTable(prediction: PredictionResult): Table {
  return {
    id: 'prediction',
    title: 'Prediction',
    columns: [text('fetches ahead of demand'), { name: 'number', format: 'count' }],
    rows: PREDICTION.map(([field, label]) => [label, prediction[field]]),
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
