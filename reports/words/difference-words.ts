import type { DifferenceResult } from '../../engine/documents/compare.ts';
import type { Comparison } from './comparison.ts';
import { METRIC_NAMES, sayDifference, sayInterval } from './metric-words.ts';

/** A difference as it is told: by how much, where it lies with 95 % confidence, and what that means. */
export interface DifferenceWords {
  readonly metric: string;
  readonly difference: string;
  readonly interval: string;
  readonly verdict: DifferenceResult['verdict'];
}

export function differenceWords(comparison: Comparison, each: DifferenceResult): DifferenceWords {
  const { metric, mean, verdict, a } = each;
  const before = comparison.variants.find(variant => variant.name === a)!.metrics[metric]!.mean;
  return {
    metric: METRIC_NAMES[metric],
    difference: sayDifference(metric, mean, before, comparison.precision),
    interval: sayInterval(metric, each, before, comparison.precision),
    verdict,
  };
}
