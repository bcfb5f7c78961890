import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Configuration, Options } from '../configuration/types.ts';
import type { Suggestion, SuggestionEffect } from '../documents/suggestion.ts';
import { histogramOf, totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';
import { type Measured, type Proposal, rules } from './rules.ts';
import { unlimitedMemory } from './unlimited-memory.ts';

/** Requests that all re-runs together may replay. */
const BUDGET = 6e6;
const MOST = 5;

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
  readonly measured: Measured;
  /** What the user asked for, with some options changed: what is re-run is what the command will run. */
  vary(change: Options): Variant;
}

/**
 * What to change, with evidence: every proposal of the rules is re-run on the same requests, and shown only when it helps.
 * The number of re-runs follows from the number of requests, never from the time they take.
 */
export function advise(input: AdviceInput): Suggestion[] {
  const { requests, configuration, measured } = input;
  const affordable = Math.floor(BUDGET / Math.max(1, requests.operations));
  if (affordable < 1) return [];
  const workingSet = configuration.unit === 'bytes' ? requests.bytes! : requests.universe;
  const findings = unlimitedMemory(input);
  const proposals = rules.flatMap(rule =>
    rule({ configuration, measured, workingSet, partitions: measured.partitions }),
  );
  const distinct = proposals.filter((each, i) => proposals.findIndex(other => sameChange(other, each)) === i);
  const proven = distinct.slice(0, affordable - 1).flatMap(proposal => prove(input, proposal) ?? []);
  return [...proven.sort((a, b) => gain(b.effect!) - gain(a.effect!)), ...findings].slice(0, MOST);
}

function sameChange(a: Proposal, b: Proposal): boolean {
  return JSON.stringify(a.change) === JSON.stringify(b.change);
}

/** Re-runs a proposal. @returns null when it is impossible or does not help */
function prove(input: AdviceInput, proposal: Proposal): Suggestion | null {
  const { requests, configuration, seed, warmup, measured } = input;
  const { rule, title, reason, change, aim } = proposal;
  const variant = possible(input, change);
  if (variant === null) return null;
  const { configuration: changed, command } = variant;
  const run = replay(requests, changed, { seed, warmup });
  const effect: SuggestionEffect = {
    hitRatioBefore: measured.totals.hitRatio,
    hitRatioAfter: totalsOf(run, requests).hitRatio,
    latencyMeanMsBefore: measured.latencyMs.mean,
    latencyMeanMsAfter: histogramOf(run).mean,
    capacityBefore: capacityOf(configuration),
    capacityAfter: capacityOf(changed),
  };
  return helps(effect, aim) ? { rule, title, reason, change, effect, command } : null;
}

/** Null when the change contradicts what the user asked for, for example where it leaves a partition no room. */
function possible(input: AdviceInput, change: Options): Variant | null {
  try {
    return input.vary(change);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Better answers: at least 0.2 points of hit ratio or 1 % of latency. Smaller: at most a tenth of that is given away. */
function helps(effect: SuggestionEffect, aim: Proposal['aim']): boolean {
  const points = effect.hitRatioAfter - effect.hitRatioBefore;
  const faster = gain(effect);
  if (aim === 'smaller') return points >= -0.0002 && faster >= -0.01 && effect.capacityAfter < effect.capacityBefore;
  return points >= -0.0002 && faster >= -0.001 && (points >= 0.002 || faster >= 0.01);
}

/** The share of the mean latency that is saved. */
function gain({ latencyMeanMsBefore, latencyMeanMsAfter }: SuggestionEffect): number {
  return latencyMeanMsBefore === 0 ? 0 : 1 - latencyMeanMsAfter / latencyMeanMsBefore;
}

/** Of all levels, and of the partitions that answer beside them. */
function capacityOf({ levels, partitions, partitionLevels }: Configuration): number {
  const stores = partitions === 'quota' ? [...levels, ...partitionLevels] : levels;
  return stores.reduce((sum, level) => sum + level.capacity, 0);
}
