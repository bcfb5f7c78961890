import type { WorkloadFacts } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { candidateAt } from '../../engine/experiments/tune/candidate.ts';
import { looksFor } from '../../engine/experiments/tune/looks.ts';
import { prefixOf } from '../../engine/experiments/tune/prefix.ts';
import { spaceFor } from '../../engine/experiments/tune/space.ts';
import { startsIn } from '../../engine/experiments/tune/starts.ts';
import type { TuneInput } from '../../engine/experiments/tune/tune.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Settings } from '../options/settings.ts';
import { axesOf } from '../sim/axes.ts';
import type { Parts } from './parts.ts';
import { budgetFor, evaluationsOf, objectiveOf, policiesFor } from './request.ts';
import { areNumbers } from './with-keys.ts';

/** What the settings are read beside. */
interface Ground {
  /** The default preset with all that is given. */
  readonly base: Configuration;
  readonly facts: WorkloadFacts;
  readonly requests: Requests;
  readonly parts: Parts;
}

const SECONDS_PER_MONTH = 30 * 86_400;

/** What is searched, and how it is judged. @throws InputError */
export function problemOf(
  settings: Settings,
  { base, facts, requests, parts }: Ground,
): Omit<TuneInput, 'seed' | 'workload' | 'unseen' | 'commandFor'> {
  const objective = objectiveOf(settings);
  const evaluations = evaluationsOf(settings);
  const budget = budgetFor(settings, base, facts);
  const policies = policiesFor(settings, budget.unit);
  // The levels gave the budget, speeds and lifetimes; how large each is, is searched.
  const { levels: _, ...given } = axesOf(settings);
  const typed = requests.columns.includes('type');
  checkPartitions(given.partitions, typed);
  const world = { budget, facts, given, originLatency: base.originLatency };
  const space = spaceFor({
    budget,
    policies,
    given,
    timed: facts.timed ?? false,
    fetchesTakeTime: base.inflight !== 'off',
    numeric: areNumbers(requests),
    typed,
    saves: objective === 'cost',
  });
  const starts = startsIn(space, budget, policies, given);
  if (candidateAt(world, starts.usual) === null)
    throw new InputError(
      '--budget',
      `found ${settings.budget}, which leaves some of the ${budget.tiers.length} levels no room`,
    );
  const looks = looksFor(prefixOf(requests, parts.seen), budget);
  const requestsPerMonth = (requests.gets / secondsOf(requests, base.rate)) * SECONDS_PER_MONTH;
  return { world, space, starts, looks, requests: parts.requests, requestsPerMonth, objective, evaluations };
}

/** Partitions that nobody reads, or writes, are not worth a search. @throws InputError */
function checkPartitions(asked: string | undefined, typed: boolean): void {
  if (asked === 'write-only') throw new InputError('--partitions', 'found write-only, expected none or quota');
  if (asked === 'quota' && !typed)
    throw new InputError('--partitions', 'quota needs requests with a data type, and this workload has none');
}

/** How long the workload lasts, by its own clock where it has one. */
function secondsOf({ batches, operations, columns }: Requests, rate: number): number {
  const byRate = Math.max(1, operations) / rate;
  if (!columns.includes('time')) return byRate;
  const first = batches.at(0)?.time?.[0] ?? 0;
  const last = batches.at(batches.length - 1);
  const seconds = last?.time ? last.time[last.length - 1]! - first : 0;
  return seconds > 0 ? seconds : byRate;
}
