import type { PredictionResult } from '../../engine/documents/prediction.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { milliseconds, percent, plural, relativeChange } from './numbers.ts';

type Predicted = Pick<SimDocument, 'latencyMs'> & { readonly prediction: PredictionResult };

/** How much of what was fetched ahead was asked for, and what that did to the mean latency. */
export function predictionFinding({ prediction, latencyMs }: Predicted): string {
  const { requested, issued, accuracy, redundant, without } = prediction;
  if (requested === 0) return 'The predictor proposed nothing';
  if (accuracy === null) {
    const why = redundant === requested ? 'all were in the cache or on their way' : 'none was worth a fetch';
    return `Prediction fetched nothing: of ${plural(requested, 'proposal')} ${why}`;
  }
  return `${percent(accuracy, issued)} of what was fetched ahead was asked for; ${latencyEffect(without.latencyMeanMs, latencyMs.mean)}`;
}

/** What is drawn, and the same requests without prediction and with one that knows them. */
export function predictionCaption({ prediction }: Predicted): string {
  const { spec, issued, rejected, pollution, without, oracle, coverage } = prediction;
  const fetches =
    issued === 0
      ? `Nothing was fetched ahead of demand by ${spec}`
      : `What became of ${plural(issued, 'fetch', 'fetches')} ahead of demand by ${spec}`;
  const more = rejected === 0 ? '' : `; ${plural(rejected, 'proposal')} ${rejected === 1 ? 'was' : 'were'} rejected`;
  const spared = coverage === null ? '' : `, ${sparedMisses(coverage, without.misses)}`;
  const bound = oracle
    ? ` A predictor that knew them all would bring it to ${milliseconds(oracle.latencyMeanMs)}.`
    : '';
  const cost = pollution === 0 ? '' : ` ${plural(pollution, 'miss', 'misses')} on entries that it pushed out.`;
  return `${fetches}${more}. Without it the same requests take ${milliseconds(without.latencyMeanMs)} on average${spared}.${bound}${cost}`;
}

function sparedMisses(coverage: number, misses: number): string {
  if (coverage === 0) return 'and miss as often';
  return coverage > 0
    ? `and it spares ${percent(coverage, misses)} of their misses`
    : `and it adds ${percent(-coverage, misses)} to their misses`;
}

function latencyEffect(before: number, after: number): string {
  const change = relativeChange(before, after);
  if (change === null || change.startsWith('±')) return `mean latency stays at ${milliseconds(after)}`;
  return `mean latency ${after < before ? 'falls' : 'rises'} from ${milliseconds(before)} to ${milliseconds(after)}`;
}
