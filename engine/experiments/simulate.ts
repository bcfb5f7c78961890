import { resolveSpec } from '../../spec/spec.ts';
import { workloads } from '../../workloads/catalog.ts';
import type { Requests } from '../../workloads/requests.ts';
import { factsOf, resolveConfiguration } from '../configuration/resolve.ts';
import type { Options, Unit } from '../configuration/types.ts';
import type { MrcRow } from '../documents/mrc.ts';
import { synthesize } from '../synthesize.ts';
import { runCells } from './mrc.ts';
import { runSim, type SimOutcome } from './sim.ts';

/** What is to be simulated. */
export interface Simulation {
  /** The spec of a synthetic workload, which says how large a cache suits it, or requests. */
  readonly workload: string | Requests;
  /** Gets of a synthetic workload; its own number unless it is given. */
  readonly requests?: number;
  /** The cache, in the words of the command line; the preset `tierlab` where it says nothing. */
  readonly cache?: Options;
  /** Master seed of everything random, 1 unless it is given. */
  readonly seed?: number;
  /** Gets at the start that are not counted. */
  readonly warmup?: number;
  /** Whether changes are tried on the same requests, which takes several runs more. */
  readonly suggest?: boolean;
  /** Whether to say where the misses come from, which takes three to four runs more. */
  readonly explain?: boolean;
}

/**
 * Replays a workload against a cache: the result document of `tierlab sim`, but for its digest and timing.
 * @throws InputError for a workload or an option that cannot be; its place names the option of the command line
 */
export function simulate(simulation: Simulation): Omit<SimOutcome, 'replayMs'> {
  const { workload, seed = 1, warmup = 0, cache = {}, suggest = false, explain = false } = simulation;
  const requests = requestsOf(simulation, seed);
  const { universe, gets, operations, bytes } = requests;
  const facts = { ...factsOf(requests), defaults: defaultsOf(workload) };
  const configured = (change: Options) => resolveConfiguration({ ...cache, ...change }, facts);
  const spec = typeof workload === 'string' ? workload : 'requests';
  const { replayMs: _, ...outcome } = runSim({
    requests,
    workload: { spec, requests: gets, operations, keys: universe, ...(bytes === null ? {} : { bytes }) },
    configuration: configured({}),
    seed,
    warmup,
    suggest: suggest ? 'fast' : 'off',
    ...(explain && { explain: {} }),
    ...(typeof workload === 'string' && { another: (each: number) => requestsOf(simulation, each) }),
    vary: change => ({ configuration: configured(change), command: null }),
  });
  return outcome;
}

/** What is to be measured at each of several sizes. */
export interface Curves {
  readonly workload: string | Requests;
  /** Gets of a synthetic workload; its own number unless it is given. */
  readonly requests?: number;
  /** Specs of eviction policies and bounds. */
  readonly policies: readonly string[];
  readonly capacities: readonly number[];
  /** Of the capacities: entries unless it is given. */
  readonly unit?: Unit;
  readonly seed?: number;
}

/** Points of miss-ratio curves, policy by policy, as `tierlab mrc` counts them. @throws InputError */
export function missRatioCurves(curves: Curves): MrcRow[] {
  const { policies, capacities, unit = 'entries', seed = 1 } = curves;
  const cells = policies.flatMap(policy => capacities.map(capacity => ({ policy, capacity, unit, seed })));
  return runCells(requestsOf(curves, seed), cells).map(each => each.row);
}

function requestsOf({ workload, requests }: Simulation | Curves, seed: number): Requests {
  return typeof workload === 'string' ? synthesize(workload, { requests, seed }) : workload;
}

function defaultsOf(workload: string | Requests) {
  if (typeof workload !== 'string') return undefined;
  const { entry, values } = resolveSpec(workload, workloads, 'workload', 'workload');
  return entry.defaults?.(values);
}
