import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { buildLatency } from '../latency.ts';
import { Origin } from '../origin/origin.ts';
import { buildPrefetcher } from '../prediction/build.ts';
import { keySpaceOf } from '../prediction/key-space.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import { randomStream } from '../random.ts';
import { futureOf } from './future.ts';

/** A cache and what stands behind it. */
export interface Rig {
  readonly hierarchy: Hierarchy;
  /** By id, the number of the record that asks for it next; null if nobody reads it. */
  readonly nextAccess: Int32Array | null;
  /** Null where fetches take no time. */
  readonly origin: Origin | null;
  readonly prefetcher: Prefetcher | null;
}

/** Builds what a configuration describes, for a workload. @throws InputError */
export function buildRig(configuration: Configuration, requests: Requests, seed: number): Rig {
  const { universe, columns } = requests;
  const { hierarchy, nextAccess } = buildHierarchy(configuration, { universe, ttls: columns.includes('ttl'), seed });
  if (configuration.inflight === 'off') return { hierarchy, nextAccess, origin: null, prefetcher: null };
  const latency = buildLatency(configuration.originLatency, '--latency origin', randomStream(seed, 'latency/origin'));
  const origin = new Origin({ hierarchy, universe, configuration, latency });
  if (configuration.prediction === NO_PREDICTION) return { hierarchy, nextAccess, origin, prefetcher: null };
  const { prefetcher, room } = buildPrefetcher(configuration, {
    hierarchy,
    background: origin,
    universe,
    seed,
    keys: predictor => keySpaceOf(requests, predictor),
    future: () => futureOf(requests, configuration.rate),
  });
  origin.attach(prefetcher, requests, room);
  hierarchy.observe(prefetcher);
  return { hierarchy, nextAccess, origin, prefetcher };
}
