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
  /** Share of the bytes that were hit, in points; NaN without sizes. */
  readonly byteHits: number;
  /** Share of the requests that the first level answered, in points. */
  readonly firstLevelHits: number;
  readonly latencyMs: number;
  /** Entries, or bytes, that moved between levels, for each request. */
  readonly moved: number;
}

const workloads = new Map<string, Requests>();

/** Made once. */
function requestsOf(workload: string): Requests {
  let requests = workloads.get(workload);
  if (!requests) {
    requests = generate(workload, 20_000, 1);
    workloads.set(workload, requests);
  }
  return requests;
}

/** Replays 20,000 requests of a synthetic workload, read-through, with seed 1. */
export function measure(workload: string, options: Options): Measured {
  const requests = requestsOf(workload);
  const facts = { keys: requests.universe, bytes: requests.bytes };
  const run = replay(requests, resolveConfiguration({ fill: 'read-through', ...options }, facts), {
    seed: 1,
    warmup: 0,
  });
  const totals = totalsOf(run, requests);
  return {
    hits: 100 * totals.hitRatio,
    byteHits: 100 * (totals.byteHitRatio ?? Number.NaN),
    firstLevelHits: (100 * run.hierarchy.levels[0]!.hits) / run.requests,
    latencyMs: latencyOverall(run).mean,
    moved: totals.moved / run.requests,
  };
}
