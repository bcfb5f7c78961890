import type { Unit } from '../../engine/configuration/types.ts';
import type { SuggestionEffect } from '../../engine/documents/suggestion.ts';
import { capacityWithUnit, milliseconds, percent, points, relativeChange } from './numbers.ts';

export interface EffectLine {
  readonly name: 'hit ratio' | 'mean latency' | 'capacity';
  readonly before: string;
  readonly after: string;
  /** `+1.2 points`, `−18 %`, `unchanged`. */
  readonly change: string;
}

/** What a change brings, and what it costs. */
export function effectLines(effect: SuggestionEffect, unit: Unit, requests: number): EffectLine[] {
  const sayRatio = (ratio: number) => percent(ratio, requests);
  const sayCapacity = (capacity: number) => capacityWithUnit(capacity, unit);
  return [
    {
      name: 'hit ratio',
      before: sayRatio(effect.hitRatioBefore),
      after: sayRatio(effect.hitRatioAfter),
      change: orUnchanged(points(effect.hitRatioAfter - effect.hitRatioBefore, requests)),
    },
    {
      name: 'mean latency',
      before: milliseconds(effect.latencyMeanMsBefore),
      after: milliseconds(effect.latencyMeanMsAfter),
      change: orUnchanged(relativeChange(effect.latencyMeanMsBefore, effect.latencyMeanMsAfter)),
    },
    {
      name: 'capacity',
      before: sayCapacity(effect.capacityBefore),
      after: sayCapacity(effect.capacityAfter),
      change: orUnchanged(relativeChange(effect.capacityBefore, effect.capacityAfter)),
    },
  ];
}

function orUnchanged(change: string | null): string {
  return change === null || change.startsWith('±') ? 'unchanged' : change;
}
