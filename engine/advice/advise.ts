import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Configuration, Options } from '../configuration/types.ts';
import type { Suggestion } from '../documents/suggestion.ts';
import { histogramOf, totalsOf } from '../experiments/measurements.ts';
import { replayInBlocks, type Sums, sumsOf } from '../replay/blocks.ts';
import { type Replay, replay } from '../replay/replay.ts';
import { Bootstrap } from '../statistics/bootstrap.ts';
import { helps, netBenefit } from './benefit.ts';
import { effectOf, type Tried } from './effect.ts';
import { type Effort, MOST_SHOWN, planFor } from './plan.ts';
import type { Facts, Proposal } from './proposal.ts';
import { proposalsFor } from './rules.ts';

/** Into how many blocks a run is divided, where it is not repeated with other seeds. */
export const BLOCKS = 50;

/** A changed configuration, and the command that runs the same workload with it. */
export interface Variant {
  readonly configuration: Configuration;
  /** Null where nobody runs commands. */
  readonly command: string | null;
}

export interface AdviceInput {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
  readonly warmup: number;
  /** The run that has ended, and what it counted in each of `BLOCKS` blocks. */
  readonly run: Replay;
  readonly blocks: readonly Sums[];
  readonly facts: Facts;
  readonly effort: Effort;
  /** What the user asked for, with some options changed: what is re-run is what the command will run, so many seeds of it. */
  vary(change: Options, seeds: number): Variant;
  /** The same workload drawn with another seed; absent for a recorded one. */
  another?(seed: number): Requests;
}

/** A change that was tried. */
interface Candidate {
  readonly proposal: Proposal;
  readonly command: string | null;
  readonly after: Tried;
}

/**
 * What to change, with evidence: proposals of the rules are re-run on the same requests; those that help there are re-run with
 * other seeds, or judged block by block, and shown only when the interval leaves no doubt. Best first.
 */
export function advise(input: AdviceInput): Suggestion[] {
  const { requests, configuration, run, facts, effort, seed } = input;
  const plan = planFor(effort, requests.operations, input.another !== undefined);
  const kind = plan.seeds > 1 ? 'seeds' : 'blocks';
  const tried = (of: Configuration, each: Replay, units: readonly Sums[]): Tried => ({
    configuration: of,
    totals: totalsOf(each, requests),
    latencyMeanMs: histogramOf(each).mean,
    units,
  });
  const before = tried(configuration, run, kind === 'seeds' ? [sumsOf(run)] : input.blocks);
  const screened = proposalsFor(facts)
    .slice(0, plan.candidates)
    .flatMap((proposal): Candidate[] => {
      const variant = possible(input, proposal.change, plan.seeds);
      if (variant === null) return [];
      const { configuration: changed, command } = variant;
      const { run: again, blocks } = replayInBlocks(requests, changed, { seed, warmup: input.warmup }, BLOCKS);
      const after = tried(changed, again, kind === 'seeds' ? [sumsOf(again)] : blocks);
      return [{ proposal, command, after }];
    });
  const judged = (base: Tried, candidates: readonly Candidate[], bootstrap: Bootstrap | null) =>
    candidates
      .map(({ proposal, command, after }) => ({
        proposal,
        command,
        after,
        effect: effectOf(base, after, kind, bootstrap),
      }))
      .filter(({ proposal, effect }) => helps(effect, proposal.aim))
      .sort((a, b) => netBenefit(b.effect) - netBenefit(a.effect))
      .filter((each, i, sorted) => sorted.findIndex(other => alternatives(other.proposal, each.proposal)) === i)
      .slice(0, MOST_SHOWN);
  const { base, candidates } =
    kind === 'seeds'
      ? replicated(input, before, judged(before, screened, null), plan.seeds)
      : { base: before, candidates: screened };
  if (base.units.length < 2) return [];
  return judged(base, candidates, new Bootstrap(base.units.length, seed)).map(({ proposal, command, effect }) => {
    const { rule, title, reason, change } = proposal;
    return { rule, title, reason, change, effect, command };
  });
}

/** Of the same rule, on the same axes: one of them is enough. */
function alternatives(a: Proposal, b: Proposal): boolean {
  return a.rule === b.rule && String(Object.keys(a.change)) === String(Object.keys(b.change));
}

/** Repeats the run and all candidates with the seeds that follow, each seed's requests for all of them. */
function replicated(
  { seed, warmup, another }: AdviceInput,
  before: Tried,
  screened: readonly Candidate[],
  seeds: number,
): { base: Tried; candidates: Candidate[] } {
  const units: Sums[][] = [before, ...screened.map(each => each.after)].map(({ units: [first] }) => [first!]);
  const configurations = [before.configuration, ...screened.map(each => each.after.configuration)];
  // Where nothing seems to help there is nothing to repeat.
  for (let i = 1; i < seeds && screened.length > 0; i++) {
    const requests = another!(seed + i);
    for (const [c, configuration] of configurations.entries())
      units[c]!.push(sumsOf(replay(requests, configuration, { seed: seed + i, warmup })));
    requests.batches.close?.();
  }
  return {
    base: { ...before, units: units[0]! },
    candidates: screened.map((each, c) => ({ ...each, after: { ...each.after, units: units[c + 1]! } })),
  };
}

/** Null when the change contradicts what the user asked for, for example where it leaves a partition no room. */
function possible(input: AdviceInput, change: Options, seeds: number): Variant | null {
  try {
    return input.vary(change, seeds);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
