import { type AxisDraft, draftOf } from '../../../engine/configuration/draft.ts';
import { fewestOptions } from '../../../engine/configuration/fewest-options.ts';
import { factsOf, resolveConfiguration, type WorkloadFacts } from '../../../engine/configuration/resolve.ts';
import type { Options } from '../../../engine/configuration/types.ts';
import { runTrial } from '../../../engine/experiments/trial.ts';
import { synthesize } from '../../../engine/synthesize.ts';
import { InputError } from '../../../spec/input-error.ts';
import { resolveSpec } from '../../../spec/spec.ts';
import { workloads } from '../../../workloads/catalog.ts';
import { firstGets } from '../../../workloads/excerpt/first-gets.ts';
import { unpackRequests } from '../../../workloads/excerpt/packed-requests.ts';
import type { Requests } from '../../../workloads/requests.ts';
import type { Bench, Prepared, Source, Tried } from '../protocol.ts';

/** Requests on a bench, and caches tried on them one after the other. Knows nothing of threads and pages. */
export class Laboratory {
  private bench: { readonly requests: Requests; readonly facts: WorkloadFacts; readonly options: Bench } | null = null;

  /** @throws InputError for a workload that cannot be */
  prepare(options: Bench): Prepared {
    const { requests, facts } = requestsOf(options.source, options.seed);
    if (requests.gets === 0) throw new InputError('--requests', 'no requests, nothing to simulate');
    if (options.warmup >= requests.gets)
      throw new InputError('--warmup', `found ${options.warmup}, expected less than the ${requests.gets} requests`);
    this.bench = { requests, facts, options };
    const { gets, operations, universe, bytes } = requests;
    return { gets, operations, keys: universe, bytes, timed: facts.timed ?? false };
  }

  /** @throws InputError naming the option that cannot be; Error when nothing was prepared */
  try(options: Options): Tried {
    if (!this.bench) throw new Error('no requests to try a cache on');
    const { requests, facts } = this.bench;
    const { seed, warmup } = this.bench.options;
    const resolve = (some: Options) => resolveConfiguration(some, facts);
    const configuration = resolve(options);
    const fewest = fewestOptions(options, resolve);
    const draft = draftOf(configuration);
    return {
      trial: runTrial(requests, configuration, seed, warmup),
      draft: { ...draft, axes: withoutFollowing(draft.axes, fewest) },
      resolved: draft.axes,
      options: fewest,
    };
  }
}

/** Axes that follow others unless somebody says otherwise; to write down what they came to would hold them there. */
const FOLLOWING = ['residency', 'inflight'] as const;

function withoutFollowing(axes: AxisDraft, said: Options): AxisDraft {
  const left = { ...axes };
  for (const axis of FOLLOWING) if (said[axis] === undefined) delete left[axis];
  return left;
}

function requestsOf(source: Source, seed: number): { requests: Requests; facts: WorkloadFacts } {
  if (source.kind === 'excerpt') return { requests: unpackRequests(source.packed), facts: source.facts };
  const { entry, values } = resolveSpec(source.spec, workloads, 'workload', '--workload');
  const requests = synthesize(source.spec, { requests: source.gets, seed, place: '--workload' });
  return {
    requests: firstGets(requests, source.first ?? requests.gets),
    facts: { ...factsOf(requests), defaults: entry.defaults?.(values) },
  };
}
