import type { Configuration } from '../configuration/types.ts';
import { type Observed, observe, observeBlocks } from '../experiments/comparison/observation.ts';
import type { Pulse } from '../pulse.ts';
import { requestsOf } from './drawn.ts';
import type { WorkloadSource } from './replication.ts';

/** A workload, and the configurations that are replayed on it. */
export interface ObservedWorld {
  readonly source: WorkloadSource;
  readonly configurations: readonly Configuration[];
  readonly warmup: number;
}

/** Some of a world's configurations, on the requests of one seed. */
export interface ObservationTask {
  readonly world: number;
  readonly seed: number;
  /** Numbers of configurations. */
  readonly configurations: readonly number[];
}

/** One observation for each configuration: of the whole run, or block by block where the requests are recorded. */
export function runObservations(
  worlds: readonly ObservedWorld[],
  { world, seed, configurations }: ObservationTask,
  pulse: Pulse,
): Observed[] {
  const { source, configurations: all, warmup } = worlds[world]!;
  const look = source.kind === 'recorded' ? observeBlocks : observe;
  const requests = requestsOf(source, seed);
  return configurations.map(number => {
    const observed = look(requests, all[number]!, { seed, warmup, onProgress: () => pulse.check() });
    pulse.beat();
    return observed;
  });
}
