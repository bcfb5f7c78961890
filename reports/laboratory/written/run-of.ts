import type { SimDocument } from '../../../engine/documents/sim.ts';
import { workloads } from '../../../workloads/catalog.ts';
import { MOST_MADE, type ReplayedRun } from './carry.ts';

/**
 * A run, from nothing but its document: of a synthetic workload that is soon made again, through a cache of which nothing comes from
 * files.
 * @returns null for any other
 */
export function runOf({ workload, configuration, seed, warmup, plugins }: SimDocument): ReplayedRun | null {
  const { spec, requests } = workload;
  const name = spec.split(':', 1)[0]!.trim().toLowerCase();
  const entry = workloads.find(each => each.name === name || each.aliases?.includes(name));
  if (!entry || requests > MOST_MADE || plugins !== undefined || drawsFromSamples(configuration)) return null;
  return {
    requests: null,
    gets: requests,
    configuration,
    defaults: undefined,
    spec,
    seed,
    warmup,
    replayed: {
      workload: spec,
      // What is usual goes without saying.
      ...(requests !== entry.requests && { requests: String(requests) }),
      ...(seed !== 1 && { seed: String(seed) }),
      ...(warmup > 0 && { warmup: String(warmup) }),
    },
    foreign: { plugins: [], samples: [] },
    paths: {},
  };
}

/** Whether a latency is drawn from a file of samples. */
export function drawsFromSamples({ levels, partitionLevels, originLatency }: SimDocument['configuration']): boolean {
  const all = [...levels, ...partitionLevels].map(level => level.latency);
  return [...all, originLatency].some(latency => /^\s*empirical\b/i.test(latency));
}
