import { predictors } from '../../../policies/prediction/catalog.ts';
import { formatSpec, resolveSpec } from '../../../spec/spec.ts';
import { NO_PREDICTION } from '../../prediction/none.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the fetches that served somebody: misses on what they pushed out, before anything is tried. */
const MUCH = 0.1;
/** Of all fetches ahead: those that served somebody. */
const FEW = 0.5;

/** What is fetched ahead of demand pushes out what demand asks for, or most of it is asked for by nobody. */
export const predictorPollutes: Rule = ({ configuration, run }) => {
  const counts = run?.prefetches;
  if (!counts || counts.issued === 0) return [];
  const served = counts.useful + counts.late;
  if (counts.pollution < MUCH * served && served >= FEW * counts.issued) return [];
  const { prediction } = configuration;
  const { entry, values } = resolveSpec(prediction, predictors, 'predictor', '--prediction');
  const wary = values.throttle === false ? [formatSpec(entry, { ...values, throttle: true })] : [];
  const reason = `${counts.pollution.toLocaleString('en')} misses are on entries that ${entry.name} pushed out; ${percent(served / counts.issued)} of what it fetched was asked for.`;
  return [...wary, NO_PREDICTION].map(spec => ({
    rule: 'predictor-pollutes',
    title: `prediction ${prediction} → ${spec}`,
    reason,
    // Without prediction fetches would take no time on a workload without times.
    change: spec === NO_PREDICTION ? { prediction: spec, inflight: configuration.inflight } : { prediction: spec },
    aim: 'better',
  }));
};
