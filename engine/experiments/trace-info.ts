import type { Requests } from '../../workloads/requests.ts';
import type { TraceInfoDocument } from '../documents/trace-info.ts';
import { Clock } from '../statistics/clock.ts';
import { Mix } from '../statistics/mix.ts';
import { Popularity } from '../statistics/popularity.ts';
import { Reuse } from '../statistics/reuse.ts';
import { Sizes } from '../statistics/sizes.ts';
import { WorkingSet } from '../statistics/working-set.ts';
import { phaseMarks } from './measurements.ts';

/** What a workload holds. */
export type TraceInfo = Omit<TraceInfoDocument, 'schema' | 'digest' | 'seed' | 'workload' | 'timing'>;

/**
 * Measures what a workload holds, in one pass.
 * @param onProgress told after every batch how many records have been looked at
 */
export function traceInfo(requests: Requests, onProgress: (done: number, total: number) => void = () => {}): TraceInfo {
  const { universe, operations, columns } = requests;
  const mix = new Mix();
  const popularity = new Popularity(universe);
  const reuse = new Reuse(universe);
  const workingSet = new WorkingSet(universe, operations);
  const clock = columns.includes('time') ? new Clock() : null;
  const sizes = columns.includes('size') ? new Sizes(universe) : null;
  let first = 0;
  for (const batch of requests.batches) {
    for (const statistic of [mix, popularity, reuse, workingSet, clock, sizes]) statistic?.take(batch, first);
    first += batch.length;
    onProgress(first, operations);
  }
  return {
    columns,
    ...mix.result(),
    time: clock?.result() ?? null,
    popularity: popularity.result(),
    reuse: reuse.result(),
    sizes: sizes?.result() ?? null,
    workingSet: workingSet.result(),
    phases: requests.phases.length === 0 ? [] : phaseMarks(requests, 0),
  };
}
