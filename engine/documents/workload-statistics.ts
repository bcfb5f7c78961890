import type { PopularityResult } from '../statistics/popularity.ts';
import type { RankedKey } from '../statistics/ranks.ts';
import type { DistanceBin, ReuseResult } from '../statistics/reuse.ts';
import type { WorkingSetWindow } from '../statistics/working-set.ts';

/** What the workload is like, whatever the cache; as large for ten million requests as for ten thousand. */
export interface WorkloadStatistics {
  readonly popularity: PopularityResult;
  /** Gets of the keys at some ranks, evenly spaced on a logarithmic axis. */
  readonly ranks: readonly RankedKey[];
  readonly reuse: ReuseResult;
  /** Reuses by distance; see `Reuse` for what a distance is. */
  readonly distances: readonly DistanceBin[];
  /** Equal parts of the workload, in order. */
  readonly workingSet: readonly WorkingSetWindow[];
}

/** Where some keys lay at the end of each window of `series`. */
export interface ResidencyMap {
  readonly keys: readonly ResidentKey[];
}

interface ResidentKey extends RankedKey {
  /** A character for each window: the place's number in `answeredBy` in base 36, or a dot for nowhere. */
  readonly places: string;
}
