import type { Description, Paper } from '../../spec/parameter.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Unit } from '../configuration/types.ts';
import { type HitBound, pfooLower } from './pfoo-lower.ts';

/** What no cache can exceed: computed from the requests, and no policy that a cache could run. */
export interface BoundDescription extends Description {
  readonly about: string;
  readonly paper: Paper;
  /**
   * All at once, because which intervals are cheapest shows at the end only: a workload that is read as it is replayed is read once more.
   * @returns for each capacity, in the order given, the most that can be hit
   */
  of(requests: Requests, unit: Unit, capacities: readonly number[]): HitBound[];
}

const pfooL: BoundDescription = {
  name: 'pfoo-l',
  summary: 'The most that any cache could hit where sizes differ; a bound for mrc, not a policy',
  about:
    'To be a hit, a key must have lain in the cache since its last request, which takes its size times that interval. PFOO-L asks ' +
    'only that all intervals together fit into the capacity times the whole time, takes the cheapest, and so never hits less than ' +
    'the best cache there could be. It shows how much is left to gain where sizes differ, for which nobody can compute the ' +
    'optimum; with small caches and long intervals it promises more than any cache can keep. It needs all requests at once: ' +
    'some 20 bytes a get in memory, twice as many where the workload has sizes, also where the requests themselves are not.',
  paper: {
    authors: 'D. S. Berger, N. Beckmann, M. Harchol-Balter',
    title: 'Practical bounds on optimal caching with variable object sizes',
    venue: 'SIGMETRICS (Proc. ACM Meas. Anal. Comput. Syst. 2(2))',
    year: 2018,
  },
  parameters: {},
  of: pfooLower,
};

export const bounds: readonly BoundDescription[] = [pfooL];

/** The bound that a spec names, whatever follows its name, or undefined. */
export function findBound(spec: string): BoundDescription | undefined {
  const name = spec.split(':', 1)[0]!.trim().toLowerCase();
  return bounds.find(each => each.name === name);
}
