import { totalCapacity } from '../configuration/total-capacity.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Totals } from '../documents/sim.ts';
import type { Evidence, SuggestionEffect } from '../documents/suggestion.ts';
import type { Sums } from '../replay/blocks.ts';
import type { Bootstrap, Estimate } from '../statistics/bootstrap.ts';

/** A run: what the document says of it, and what it counted seed by seed or block by block. */
export interface Tried {
  readonly configuration: Configuration;
  readonly totals: Pick<Totals, 'hitRatio' | 'originFetches' | 'staleHits' | 'moved'>;
  readonly latencyMeanMs: number;
  /** The same seeds or blocks for every run, so that they can be compared one by one. */
  readonly units: readonly Sums[];
}

/**
 * What a change does, with intervals from the differences of paired seeds or blocks.
 * @param bootstrap null where there is one unit only: then nothing is known of how far it may be off
 */
export function effectOf(
  before: Tried,
  after: Tried,
  kind: Evidence['kind'],
  bootstrap: Bootstrap | null,
): SuggestionEffect {
  const units = before.units.length;
  const requests = before.units.reduce((sum, unit) => sum + unit.requests, 0);
  // Shares of all requests, so that their mean is the whole's, however long each unit is.
  const shares = ({ units: list }: Tried, name: keyof Sums) =>
    Float64Array.from(list, unit => (unit[name] * units) / requests);
  const difference = (name: keyof Sums): Estimate => {
    const [a, b] = [shares(before, name), shares(after, name)];
    if (bootstrap) {
      const { mean, low, high } = bootstrap.difference(a, b);
      return { mean, low, high };
    }
    const mean = b[0]! - a[0]!;
    return { mean, low: mean, high: mean };
  };
  const relative = (name: keyof Sums): Estimate => {
    const { mean, low, high } = difference(name);
    const whole = before.units.reduce((sum, unit) => sum + unit[name], 0) / requests;
    return whole === 0 ? { mean: 0, low: 0, high: 0 } : { mean: mean / whole, low: low / whole, high: high / whole };
  };
  return {
    hitRatioBefore: before.totals.hitRatio,
    hitRatioAfter: after.totals.hitRatio,
    latencyMeanMsBefore: before.latencyMeanMs,
    latencyMeanMsAfter: after.latencyMeanMs,
    originFetchesBefore: before.totals.originFetches,
    originFetchesAfter: after.totals.originFetches,
    staleHitsBefore: before.totals.staleHits,
    staleHitsAfter: after.totals.staleHits,
    movedBefore: before.totals.moved,
    movedAfter: after.totals.moved,
    capacityBefore: totalCapacity(before.configuration),
    capacityAfter: totalCapacity(after.configuration),
    hitRatioDifference: difference('hits'),
    latencyMeanChange: relative('latencyMs'),
    originFetchesChange: relative('fetches'),
    staleRatioDifference: difference('stale'),
    evidence: { kind, count: units },
  };
}
