import type { Metric, Verdict } from '../../documents/compare.ts';
import type { Estimate } from '../../statistics/bootstrap.ts';

/** When a difference matters: 95 % of intervals that exclude 0 and were corrected for their number, and at least so large. */
interface Scale {
  /** Which way is better. */
  readonly better: 'more' | 'less';
  /** The least difference that is called one: absolute, or as a share of what it is compared with. */
  readonly least: { readonly absolute: number } | { readonly share: number };
}

/** A tenth of a point, a hundredth of anything else: less changes no decision, and percentiles are read from buckets of 0.4 %. */
const SCALES: { readonly [Name in Metric]: Scale } = {
  hitRatio: { better: 'more', least: { absolute: 0.001 } },
  byteHitRatio: { better: 'more', least: { absolute: 0.001 } },
  latencyMeanMs: { better: 'less', least: { share: 0.01 } },
  latencyP99Ms: { better: 'less', least: { share: 0.01 } },
  originFetches: { better: 'less', least: { share: 0.01 } },
  moved: { better: 'less', least: { share: 0.01 } },
  staleHits: { better: 'less', least: { share: 0.01 } },
  memory: { better: 'less', least: { share: 0.01 } },
};

const SIGNIFICANT = 0.05;

/**
 * What a difference b − a says of b. It is real only if its interval excludes 0, if chance hardly brings one as large however many
 * comparisons are made, and if it is large enough to matter.
 * @param before the mean of a
 * @param p corrected for the number of comparisons
 */
export function verdictOf(metric: Metric, before: number, { mean, low, high }: Estimate, p: number): Verdict {
  const { better, least } = SCALES[metric];
  const matters = Math.abs(mean) >= ('absolute' in least ? least.absolute : least.share * Math.abs(before));
  const certain = (low > 0 || high < 0) && p < SIGNIFICANT;
  if (!matters || !certain) return 'no real difference';
  return mean > 0 === (better === 'more') ? 'better' : 'worse';
}

export function moreIsBetter(metric: Metric): boolean {
  return SCALES[metric].better === 'more';
}
