import { type Metric, moreIsBetter, type Verdict } from '../../documents/compare.ts';
import type { Estimate } from '../../statistics/bootstrap.ts';

/** The least difference that matters: absolute, or as a share of what it is compared with. */
type Least = { readonly absolute: number } | { readonly share: number };

/** A tenth of a point, a hundredth of anything else: less changes no decision, and percentiles are read from buckets of 0.4 %. */
const LEAST: { readonly [Name in Metric]: Least } = {
  hitRatio: { absolute: 0.001 },
  byteHitRatio: { absolute: 0.001 },
  latencyMeanMs: { share: 0.01 },
  latencyP99Ms: { share: 0.01 },
  originFetches: { share: 0.01 },
  moved: { share: 0.01 },
  staleHits: { share: 0.01 },
  memory: { share: 0.01 },
};

const SIGNIFICANT = 0.05;

/**
 * What a difference b − a says of b. It is real only if its interval excludes 0, if chance hardly brings one as large however many
 * comparisons are made, and if it is large enough to matter.
 * @param before the mean of a
 * @param p corrected for the number of comparisons
 */
export function verdictOf(metric: Metric, before: number, { mean, low, high }: Estimate, p: number): Verdict {
  const least = LEAST[metric];
  const matters = Math.abs(mean) >= ('absolute' in least ? least.absolute : least.share * Math.abs(before));
  const certain = (low > 0 || high < 0) && p < SIGNIFICANT;
  if (!matters || !certain) return 'no real difference';
  return mean > 0 === moreIsBetter(metric) ? 'better' : 'worse';
}
