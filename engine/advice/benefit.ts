import type { SuggestionEffect } from '../documents/suggestion.ts';
import type { Estimate } from '../statistics/bootstrap.ts';
import type { Aim } from './proposal.ts';

/** What a change must bring to be worth showing, beside an interval that leaves no doubt that it brings anything. */
const WORTH = { hitRatio: 0.002, latency: 0.01, fetches: 0.01, moved: 0.2 };
/** What it may cost in hit ratio and in latency where it aims at something else, on average and at the far end of the interval. */
const LOSS = { hitRatio: 0.0002, hitRatioAtMost: 0.002, latency: 0.001, latencyAtMost: 0.01 };
/** Half of the memory given back is worth 5 % of the mean latency, and twice as much costs 10 %. */
const MEMORY = 0.1;
/** Moves that are saved cost nobody time in a simulation. */
const MOVES = 0.01;

/** Whether a change does what it is for, by its interval, and costs nothing else. */
export function helps(effect: SuggestionEffect, aim: Aim): boolean {
  const { hitRatioDifference: hits, latencyMeanChange: latency, originFetchesChange: fetches } = effect;
  if (aim === 'better') {
    const harmless =
      hits.mean >= -LOSS.hitRatio &&
      latency.mean <= LOSS.latency &&
      fetches.mean <= LOSS.latency &&
      // What is gained by serving old data is not gained.
      effect.staleRatioDifference.mean <= LOSS.hitRatioAtMost;
    const more = hits.mean >= WORTH.hitRatio && hits.low > 0;
    return harmless && (more || falls(latency, WORTH.latency) || falls(fetches, WORTH.fetches));
  }
  if (aim === 'fresher') {
    const { staleRatioDifference: stale } = effect;
    // Each stale answer that is no longer given may be a miss.
    return stale.high < 0 && hits.mean >= stale.mean - LOSS.hitRatioAtMost;
  }
  const asGood =
    hits.mean >= -LOSS.hitRatio &&
    hits.low >= -LOSS.hitRatioAtMost &&
    latency.mean <= LOSS.latencyAtMost &&
    latency.high <= 2 * LOSS.latencyAtMost;
  if (aim === 'smaller') return asGood && effect.capacityAfter < effect.capacityBefore;
  return asGood && effect.movedAfter <= (1 - WORTH.moved) * effect.movedBefore;
}

function falls(change: Estimate, by: number): boolean {
  return change.mean <= -by && change.high < 0;
}

/**
 * By what suggestions are sorted: the share of the mean latency that is saved, more what memory is given back and less
 * what more of it costs, and with what is no longer stale, or no longer moved.
 */
export function netBenefit(effect: SuggestionEffect): number {
  const saved = (before: number, after: number) => (before === 0 ? 0 : (before - after) / before);
  return (
    MEMORY * saved(effect.capacityBefore, effect.capacityAfter) +
    MOVES * saved(effect.movedBefore, effect.movedAfter) -
    effect.latencyMeanChange.mean -
    effect.staleRatioDifference.mean
  );
}
