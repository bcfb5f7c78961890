import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Replicate } from '../documents/sim.ts';
import { replaySim } from '../experiments/sim.ts';
import type { Pulse } from '../pulse.ts';
import { generate } from './generate.ts';

/**
 * Where a seed gets its requests from: a synthetic workload draws its own, a recorded one is the same for every seed.
 * `gets` is what the user asked for; undefined for all that the workload has.
 */
export type WorkloadSource =
  | { readonly kind: 'synthetic'; readonly spec: string; readonly gets: number | undefined }
  | { readonly kind: 'recorded'; readonly requests: Requests; readonly gets: number | undefined };

/** What the replications of a simulation have in common. */
export interface Replication {
  readonly source: WorkloadSource;
  readonly configuration: Configuration;
  readonly warmup: number;
}

/** The same simulation with another seed. */
export function runReplication({ source, configuration, warmup }: Replication, seed: number, pulse: Pulse): Replicate {
  const requests = source.kind === 'recorded' ? source.requests : generate(source.spec, source.gets, seed);
  try {
    const measured = replaySim(requests, configuration, seed, warmup, () => pulse.check());
    pulse.beat();
    return { seed, ...measured };
  } finally {
    if (source.kind === 'synthetic') requests.batches.close?.();
  }
}
