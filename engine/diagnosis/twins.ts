import type { Batch, Requests } from '../../workloads/requests.ts';
import { resolveEviction } from '../build-policy.ts';
import { flatten } from '../configuration/flatten.ts';
import type { Configuration } from '../configuration/types.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import { Driver } from '../replay/driver.ts';
import { buildRig } from '../replay/rig.ts';

/** Another cache that gets the same requests at the same time. */
export interface Twin {
  /** Who answered, by record; the origin is `origin`. Good until the next call. */
  replay(batch: Batch, next: Int32Array | null): Uint8Array;
  readonly origin: number;
  readonly clairvoyant: boolean;
}

interface Run {
  readonly requests: Requests;
  readonly seed: number;
  readonly warmup: number;
}

/** One level with room for everything: what it misses, lifetimes or fetches under way are to blame for. */
export function unlimited(configuration: Configuration, run: Run, inflight: Configuration['inflight']): Twin {
  const flat = withPolicy(flatten(configuration), 'lru');
  const whole = configuration.unit === 'bytes' ? mostBytes(run.requests) : run.requests.universe;
  const levels = flat.levels.map(level => ({ ...level, capacity: Math.max(1, whole) }));
  return twin(
    { ...flat, levels, inflight, originConcurrency: inflight === 'off' ? null : flat.originConcurrency },
    run,
  );
}

/** OPT in one level of the same total capacity. */
export function optimal(configuration: Configuration, run: Run): Twin & { readonly policy: string } {
  const policy = configuration.unit === 'bytes' ? 'opt-size' : 'opt';
  return { ...twin(withPolicy(flatten(configuration), policy), run), policy };
}

function withPolicy(flat: Configuration, policy: string): Configuration {
  const levels = flat.levels.map(level => ({ ...level, policy, admission: 'always' }));
  return { ...flat, levels, prediction: NO_PREDICTION };
}

function twin(configuration: Configuration, { requests, seed, warmup }: Run): Twin {
  const rig = buildRig(configuration, requests, seed);
  const driver = new Driver(rig, configuration, warmup);
  const { clairvoyant } = resolveEviction(configuration.levels[0]!.policy, configuration.unit === 'bytes', '').entry
    .capabilities;
  return { replay: (batch, next) => driver.replay(batch, next), origin: rig.hierarchy.origin, clairvoyant };
}

/** Room for every key at its largest. */
function mostBytes({ batches, universe }: Requests): number {
  const largest = new Float64Array(universe);
  for (const { id, size, length } of batches)
    if (size) for (let i = 0; i < length; i++) largest[id[i]!] = Math.max(largest[id[i]!]!, size[i]!);
  return largest.reduce((sum, each) => sum + each, 0);
}
