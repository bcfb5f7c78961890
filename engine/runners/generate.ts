import type { Requests } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { synthesize } from '../synthesize.ts';

/**
 * Makes a synthetic workload from its spec. What is too much for memory goes to a temporary file.
 * @param gets number of gets; undefined for the workload's own
 * @throws InputError for a spec that the catalogue does not know
 */
export function generate(spec: string, gets: number | undefined, seed: number, place = '--workload'): Requests {
  return synthesize(spec, { requests: gets, seed, place, sink: new Overflow() });
}
