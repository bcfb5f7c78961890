import type { Requests } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Configuration, Options } from '../configuration/types.ts';
import type { Suggestion, SuggestionEffect } from '../documents.ts';
import { histogramOf, totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';
import { type Measured, type Proposal, rules } from './rules.ts';
import { unlimitedMemory } from './unlimited-memory.ts';

/** Requests that all re-runs together may replay. */
const BUDGET = 6e6;
const MOST = 5;

export interface AdviceInput {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
  readonly warmup: number;
  readonly measured: Measured;
  commandFor(change: Options): string;
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
  const proposals = rules.flatMap(rule => rule({ configuration, measured, workingSet }));
  const distinct = proposals.filter((each, i) => proposals.findIndex(other => sameChange(other, each)) === i);
  const proven = distinct.slice(0, affordable - 1).flatMap(proposal => prove(input, proposal) ?? []);
  return [...proven.sort((a, b) => gain(b.effect!) - gain(a.effect!)), ...findings].slice(0, MOST);
}

function sameChange(a: Proposal, b: Proposal): boolean {
  return JSON.stringify(a.change) === JSON.stringify(b.change);
}

/** Re-runs a proposal. @returns null when it does not help */
function prove(input: AdviceInput, proposal: Proposal): Suggestion | null {
  const { requests, configuration, seed, warmup, measured } = input;
  const changed = apply(configuration, proposal.change, requests);
  const run = replay(requests, changed, { seed, warmup });
  const effect: SuggestionEffect = {
    hitRatioBefore: measured.totals.hitRatio,
    hitRatioAfter: totalsOf(run, requests).hitRatio,
    latencyMeanMsBefore: measured.latencyMs.mean,
    latencyMeanMsAfter: histogramOf(run).mean,
    capacityBefore: capacityOf(configuration),
    capacityAfter: capacityOf(changed),
  };
  const { rule, title, reason, change, aim } = proposal;
  return helps(effect, aim) ? { rule, title, reason, change, effect, command: input.commandFor(change) } : null;
}

/** The same hierarchy with some options changed; whatever the options do not say stays as it was resolved. */
function apply(configuration: Configuration, change: Options, requests: Requests): Configuration {
  const facts = { keys: requests.universe, bytes: requests.bytes };
  const changed = resolveConfiguration({ preset: configuration.preset, ...change }, facts);
  const latencies = new Map(configuration.levels.map(level => [level.name, level.latency]));
  const levels = changed.levels.map(level => ({ ...level, latency: latencies.get(level.name) ?? level.latency }));
  if (change.preset === undefined) return { ...configuration, levels };
  const { rate, fill, originLatency, sweepSeconds } = configuration;
  return { ...changed, levels, rate, fill, originLatency, sweepSeconds };
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
