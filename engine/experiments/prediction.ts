import { predictors } from '../../policies/prediction/catalog.ts';
import { resolveSpec } from '../../spec/spec.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { PredictionResult, PredictionTwin } from '../documents/prediction.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import { type Replay, replay } from '../replay/replay.ts';
import { histogramOf, summaryOrNull, totalsOf } from './measurements.ts';

interface PredictedRun {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
  readonly warmup: number;
}

/** Gets of which the oracle may hold a copy, 12 bytes each. */
const MOST_FORESEEN = 20e6;

/** What became of the prefetches of a run, beside the same requests without prediction and with one that knows the future. */
export function predictionResult(
  { misses }: Pick<Replay, 'misses'>,
  { counts, residentUnused, slack }: Prefetcher,
  run: PredictedRun,
): PredictionResult {
  const { issued, useful, late } = counts;
  const without = twin(run, NO_PREDICTION);
  const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    spec: run.configuration.prediction,
    ...counts,
    residentUnused,
    accuracy: ratio(useful + late, issued),
    coverage: ratio(without.misses - misses, without.misses),
    timeliness: ratio(useful, useful + late),
    overhead: issued - useful - late,
    slackMs: summaryOrNull(slack),
    without,
    oracle: run.requests.gets <= MOST_FORESEEN ? twin(run, oracleBeside(run.configuration.prediction)) : null,
  };
}

/** The oracle under the same conditions: what it fetches enters the same level, and it may fetch no more. */
function oracleBeside(spec: string): string {
  const { level, budget } = resolveSpec(spec, predictors, 'predictor', '--prediction').values;
  return `oracle:level=${level},budget=${budget}`;
}

function twin({ requests, configuration, seed, warmup }: PredictedRun, prediction: string): PredictionTwin {
  const run = replay(requests, { ...configuration, prediction }, { seed, warmup });
  const { hitRatio, misses, delayedHits, originFetches } = totalsOf(run, requests);
  return { hitRatio, misses, delayedHits, originFetches, latencyMeanMs: histogramOf(run).mean };
}
