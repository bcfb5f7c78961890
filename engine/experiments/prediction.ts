import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { PredictionResult, PredictionTwin } from '../documents.ts';
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
    oracle: twin(run, 'oracle'),
  };
}

function twin({ requests, configuration, seed, warmup }: PredictedRun, prediction: string): PredictionTwin {
  const run = replay(requests, { ...configuration, prediction }, { seed, warmup });
  const { hitRatio, misses, delayedHits, originFetches } = totalsOf(run, requests);
  return { hitRatio, misses, delayedHits, originFetches, latencyMeanMs: histogramOf(run).mean };
}
