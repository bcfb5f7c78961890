import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { latencyOverall, totalsOf } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';
import type { Requests } from '../../workloads/requests.ts';

/** What a comparison of two caches looks at. */
export interface Measured {
  /** In points, 0 … 100. */
  readonly hits: number;
  /** Share of the requests that the first level answered, in points. */
  readonly firstLevelHits: number;
  readonly latencyMs: number;
  /** Entries, or bytes, that moved between levels, for each request. */
  readonly moved: number;
  readonly staleHits: number;
}

const workloads = new Map<string, Requests>();

/** The requests of a spec with seed 1, made once. */
function requestsOf(workload: string, gets: number): Requests {
  const name = `${workload} ${gets}`;
  let requests = workloads.get(name);
  if (!requests) {
    requests = generate(workload, gets, 1);
    workloads.set(name, requests);
  }
  return requests;
}

/** Replays a synthetic workload, or ready-made requests, read-through, with seed 1. */
export function measure(workload: string | Requests, options: Options, gets = 20_000): Measured {
  const requests = typeof workload === 'string' ? requestsOf(workload, gets) : workload;
  const facts = { keys: requests.universe, bytes: requests.bytes };
  const run = replay(requests, resolveConfiguration({ fill: 'read-through', ...options }, facts), {
    seed: 1,
    warmup: 0,
  });
  const totals = totalsOf(run, requests);
  return {
    hits: 100 * totals.hitRatio,
    firstLevelHits: (100 * run.hierarchy.levels[0]!.hits) / run.requests,
    latencyMs: latencyOverall(run).mean,
    moved: totals.moved / run.requests,
    staleHits: totals.staleHits,
  };
}
