import { keySpaceOf } from '../../engine/prediction/key-space.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { LoadedWorkload } from '../workload.ts';

/** The workload with what its ids stand for, where that was read with it. */
export function withKeys(workload: LoadedWorkload): LoadedWorkload {
  const keys = workload.originals?.keys;
  return keys ? { ...workload, requests: { ...workload.requests, keys } } : workload;
}

/** Whether the keys are numbers, which some predictors reckon with. */
export function areNumbers(requests: Requests): boolean {
  try {
    keySpaceOf(requests, 'tune');
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
