/** What became of proposals. requested = redundant + rejected + issued; issued = useful + late + evicted + expired + still unused. */
export interface PrefetchCounts {
  requested: number;
  /** In the cache or on their way already. */
  redundant: number;
  /** Not fetched: no budget, no trust, nobody to fetch them. */
  rejected: number;
  issued: number;
  /** Asked for while they lay in the cache. */
  useful: number;
  /** Asked for while they were on their way. */
  late: number;
  /** Left for any cause but expiry, unused. */
  evictedUnused: number;
  expiredUnused: number;
  /** Demand misses on entries that a prefetch pushed out. */
  pollution: number;
}

export function newPrefetchCounts(): PrefetchCounts {
  return {
    requested: 0,
    redundant: 0,
    rejected: 0,
    issued: 0,
    useful: 0,
    late: 0,
    evictedUnused: 0,
    expiredUnused: 0,
    pollution: 0,
  };
}
