import type { Requests } from '../../workloads/requests.ts';
import type { ResidencyMap, WorkloadStatistics } from '../documents/workload-statistics.ts';
import { ResidencyRecorder } from '../replay/residency-recorder.ts';
import { Popularity } from '../statistics/popularity.ts';
import { keysAtRanks, type RankedKey, rankCurve } from '../statistics/ranks.ts';
import { Reuse } from '../statistics/reuse.ts';
import { WorkingSet } from '../statistics/working-set.ts';

/** Points of the curve of frequencies. */
const RANKS = 100;
/** Parts that the working set is told of. */
const PARTS = 40;
/** Keys whose places are noted. */
const KEYS = 100;

/** What a workload is like, and the keys to watch while it is replayed. */
export interface Survey {
  readonly statistics: WorkloadStatistics;
  readonly watched: readonly RankedKey[];
  readonly recorder: ResidencyRecorder;
}

/** Measures a workload in one pass, before it is replayed. @param warmup gets that are not counted */
export function survey(requests: Requests, warmup: number): Survey {
  const { universe, operations } = requests;
  const popularity = new Popularity(universe);
  const reuse = new Reuse(universe);
  const workingSet = new WorkingSet(universe, operations, PARTS);
  let first = 0;
  for (const batch of requests.batches) {
    popularity.take(batch);
    reuse.take(batch, first);
    workingSet.take(batch, first);
    first += batch.length;
  }
  const { keys, ids } = keysAtRanks(popularity, KEYS);
  return {
    statistics: {
      popularity: popularity.result(),
      ranks: rankCurve(popularity, RANKS),
      reuse: reuse.result(),
      distances: reuse.distribution(),
      workingSet: workingSet.result(),
    },
    watched: keys,
    recorder: new ResidencyRecorder(ids, requests, warmup),
  };
}

/** What the recorder of a survey has seen. */
export function residencyMap({ watched, recorder }: Survey): ResidencyMap {
  const rows = recorder.rows();
  return { keys: watched.map((key, i) => ({ ...key, places: rows[i]! })) };
}
