import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { type BudgetRequest, budgetOf } from '../../engine/experiments/tune/budget.ts';
import type { Cell } from '../../engine/experiments/tune/cell.ts';
import type { Look } from '../../engine/experiments/tune/looks.ts';
import type { Measures } from '../../engine/experiments/tune/measures.ts';
import type { Objective } from '../../engine/experiments/tune/objective.ts';
import { spaceFor } from '../../engine/experiments/tune/space.ts';
import { startsIn } from '../../engine/experiments/tune/starts.ts';
import { tune } from '../../engine/experiments/tune/tune.ts';

/** What a made-up tuning looks like. */
export interface TuneSample {
  readonly objective?: Objective;
  /** The share of the misses that the best policy saves, where the search looks and on unseen requests. */
  readonly gain?: { readonly seen: number; readonly unseen: number };
  readonly looks?: readonly Look[];
  readonly unseen?: 'seeds' | 'later part';
  readonly budget?: BudgetRequest;
  readonly levels?: string;
  readonly given?: Options;
  readonly evaluations?: number;
  /** Rounds of the search after which the time is up. */
  readonly rounds?: number;
  readonly title?: string;
}

const POLICIES = ['lru', 'lirs', 's3-fifo', 'sieve'];
const LOOKS: readonly Look[] = [{ kind: 'prefix', share: 1 / 9 }, { kind: 'sample', share: 1 / 3 }, { kind: 'whole' }];

/** Invented measurements, really searched and compared: S3-FIFO is best, more room is better, and room in slow levels is slow. */
export async function sampleTune(sample: TuneSample = {}): Promise<TuneDocument> {
  const { objective = 'latency', gain = { seen: 0.2, unseen: 0.19 }, looks = LOOKS, unseen = 'seeds' } = sample;
  const { budget: asked = {}, levels, given = {}, evaluations = 90, title = 'zipf' } = sample;
  const facts = { keys: 9_317, bytes: 1e9, timed: true };
  const base = resolveConfiguration({ ...given, ...(levels !== undefined && { levels }) }, facts);
  const budget = budgetOf(base, base.unit, asked);
  const saves = objective === 'cost';
  const space = spaceFor({
    budget,
    policies: POLICIES,
    given,
    timed: true,
    fetchesTakeTime: true,
    numeric: true,
    typed: false,
    saves,
  });
  const workload = { spec: title, requests: 100_000, operations: 100_000, keys: facts.keys };
  let rounds = 0;
  const outcome = await tune(
    {
      seed: 1,
      workload,
      objective,
      evaluations,
      looks,
      space,
      starts: startsIn(space, budget, POLICIES, given),
      world: { budget, facts, given, originLatency: base.originLatency },
      requests: 100_000,
      requestsPerMonth: 1e9,
      unseen:
        unseen === 'seeds'
          ? Array.from({ length: 10 }, (_, i) => ({ kind: 'seed', seed: 2 + i }) as const)
          : [{ kind: 'later', warmup: 60_000 }],
      commandFor: options => `npx tierlab sim --workload ${title} --levels "${options.levels}"`,
    },
    {
      outOfTime: () => rounds++ >= (sample.rounds ?? Number.POSITIVE_INFINITY),
      measure: async cells => cells.map(cell => measuresOf(cell, gain)),
    },
  );
  const timing = { wallMs: 1, requestsPerSecond: 1, command: 'npx tierlab tune', title, evaluationsReused: 0 };
  return { ...outcome, digest: '3f9c2a17'.padEnd(64, '0'), timing };
}

function measuresOf({ configuration, on }: Cell, gain: { readonly seen: number; readonly unseen: number }): Measures[] {
  const { levels } = configuration;
  const fresh = on.kind === 'seed' || on.kind === 'later';
  const best = JSON.stringify(configuration).includes('s3-fifo');
  const room = levels.reduce((sum, level) => sum + level.capacity, 0);
  const missRatio = 0.3 * (1600 / room) ** 0.3 * (best ? 1 - (fresh ? gain.unseen : gain.seen) : 1);
  const speed = (latency: string) => Number(/ms=([\d.]+)/.exec(latency)?.[1] ?? 1);
  const slow = levels.reduce((sum, level) => sum + level.capacity * speed(level.latency), 0) / room;
  const count = on.kind === 'later' ? 20 : 1;
  return Array.from({ length: count }, (_, i) => {
    const luck = 1 + 0.02 * Math.sin(on.kind === 'seed' ? on.seed : i);
    const misses = Math.min(1, missRatio * luck);
    return {
      requests: on.kind === 'later' ? 2_000 : 100_000,
      hitRatio: 1 - misses,
      latencyMeanMs: slow + 6 * misses,
      latencyP99Ms: 9 + misses,
      fetchesPerRequest: misses,
    };
  });
}
