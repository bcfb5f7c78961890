import type { Configuration } from '../../engine/configuration/types.ts';
import type { ComparedWorkload } from '../../engine/documents/compare.ts';
import {
  blocksOf,
  FEWEST_REQUESTS,
  joined,
  type Observation,
} from '../../engine/experiments/comparison/observation.ts';
import type { ObservationTask, ObservedWorld } from '../../engine/runners/observations.ts';
import { runAll } from '../../engine/runners/run-all.ts';
import { InputError } from '../../spec/input-error.ts';
import { interruptible } from '../interruption.ts';
import { jobsFor } from '../jobs.ts';
import { countSetting, type Settings } from '../options/settings.ts';
import { withProgress } from '../progress.ts';
import { resolveWarmup } from '../sim/warmup.ts';
import type { LoadedWorkload } from '../workload.ts';

/** Configurations to be replayed on a workload, and how often. */
export interface Plan extends ObservedWorld {
  readonly workload: ComparedWorkload;
}

/** What was observed: configuration by configuration, seeds or blocks in order. */
export interface Observed {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
}

/** @throws InputError for a single seed, for seeds where there are only traces, and for a trace that is too short */
export function planOf(
  workloads: readonly LoadedWorkload[],
  settings: Settings,
  configurations: Configuration[][],
  usualSeeds: number,
): Plan[] {
  const seeds = countSetting(settings, 'seeds', 2, usualSeeds);
  if (settings.seeds !== undefined && workloads.every(each => each.source.kind === 'recorded'))
    throw new InputError('--seeds', 'a trace is the same for every seed; it is compared block by block');
  return workloads.map(({ source, summary, title }, w): Plan => {
    const warmup = resolveWarmup(settings.warmup, summary.requests);
    const counted = summary.requests - warmup;
    if (source.kind === 'recorded' && counted < FEWEST_REQUESTS)
      throw new InputError(
        '--workload',
        `${title}: ${counted === 1 ? '1 request is' : `${counted} requests are`} too few, expected at least ${FEWEST_REQUESTS}`,
      );
    const samples = source.kind === 'recorded' ? 'blocks' : 'seeds';
    const count = samples === 'blocks' ? blocksOf(counted) : seeds;
    return { source, configurations: configurations[w]!, warmup, workload: { ...summary, samples, count, counted } };
  });
}

/** Replays everything, with progress, on as many threads as asked for. @throws Interrupted */
export async function observeAll(
  plans: readonly Plan[],
  seed: number,
  settings: Settings,
): Promise<{ observed: Observed[]; requestsPerSecond: number }> {
  const tasks = plans.flatMap((plan, world) => tasksOf(plan, world, seed));
  const runs = tasks.reduce((sum, each) => sum + each.configurations.length, 0);
  const operations = tasks.reduce(
    (sum, each) => sum + each.configurations.length * plans[each.world]!.workload.operations,
    0,
  );
  const jobs = jobsFor(settings, operations);
  const results = await withProgress(settings, show =>
    interruptible(jobs, signal =>
      runAll(
        'observations',
        plans.map(({ source, configurations, warmup }) => ({ source, configurations, warmup })),
        tasks,
        {
          jobs,
          ...(signal && { signal }),
          onProgress: done => show('replaying', done, runs),
        },
      ),
    ),
  );
  const replayMs = results.flat().reduce((sum, each) => sum + each.replayMs, 0);
  const observed = plans.map((plan, world) => ({
    plan,
    observations: plan.configurations.map((_, number) =>
      joined(
        tasks.flatMap(({ world: its, configurations }, t) => {
          const place = its === world ? configurations.indexOf(number) : -1;
          return place < 0 ? [] : [results[t]![place]!.observation];
        }),
      ),
    ),
  }));
  return { observed, requestsPerSecond: (1e3 * operations) / replayMs };
}

/** A synthetic workload is made once for each seed, a trace is there for all. */
function tasksOf({ source, configurations, workload }: Plan, world: number, seed: number): ObservationTask[] {
  const all = configurations.map((_, number) => number);
  if (source.kind === 'recorded') return all.map(number => ({ world, seed, configurations: [number] }));
  return Array.from({ length: workload.count }, (_, i) => ({ world, seed: seed + i, configurations: all }));
}
