/** What was counted on the requests for a share of the keys. */
export interface PartCounts {
  /** Share of the workload's keys: 0…1. */
  readonly share: number;
  readonly misses: number;
  readonly evictions: number;
}

/** What the whole workload is expected to count. */
export interface Estimate {
  readonly missRatio: number;
  /** Half the width of the interval that should hold the true miss ratio for 95 of 100 samples. */
  readonly error: number;
  readonly evictions: number;
}

/** Student's t for 95 % and the seven degrees of freedom of eight groups. */
const T_95 = 2.365;

/**
 * Concludes from the sampled keys to all. The number of gets is known, so that misses are set against the gets that a sample
 * of this share should have, not against those that it has: a popular key that is in the sample, or is not, changes the gets but
 * hardly the misses (SHARDS-adj of Waldspurger et al.).
 *
 * The error is that of a mean of random groups (Wolter, "Introduction to Variance Estimation", ch. 2): each group of keys is a
 * sample of its own, with a cache of its own size; the spread of their estimates, over the root of their number, is that of
 * the whole sample. To that comes by how much their mean is off the whole sample's estimate: what changes as the cache shrinks to
 * an eighth may have changed as much when it shrank to the sample's size. Nothing is finer than one sampled request.
 */
export function concludeFrom(whole: PartCounts, groups: readonly PartCounts[], gets: number): Estimate {
  const ratioOf = ({ misses, share }: PartCounts) => Math.min(1, misses / (gets * share));
  const missRatio = ratioOf(whole);
  const each = groups.map(ratioOf);
  const mean = each.reduce((sum, ratio) => sum + ratio, 0) / each.length;
  const variance = each.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / (each.length - 1);
  const spread = T_95 * Math.sqrt(variance / each.length);
  const drift = Math.abs(mean - missRatio);
  return {
    missRatio,
    error: Math.min(1, Math.max(spread + drift, 1 / (gets * whole.share))),
    evictions: Math.round(whole.evictions / whole.share),
  };
}
