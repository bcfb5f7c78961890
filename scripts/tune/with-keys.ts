import { keySpaceOf } from '../../engine/prediction/key-space.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { LoadedWorkload } from '../workload.ts';

/** The workload with what its ids stand for, where that was read with it. */
export function withKeys(workload: LoadedWorkload): LoadedWorkload {
  const keys = workload.originals?.keys;
  return keys ? { ...workload, requests: { ...workload.requests, keys } } : workload;
}

/**
 * Whether the keys are numbers that some predictors may reckon with. Whoever numbered keys in the order in which they first came has
 * written the future into them: the next number is the next new key, which no cache that runs could know.
 */
export function areNumbers(requests: Requests): boolean {
  try {
    const space = keySpaceOf(requests, 'tune');
    for (let id = 1; id < requests.universe; id++) if (space.distance(id - 1, id) < 0) return true;
    return false;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
