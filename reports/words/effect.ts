import type { Unit } from '../../engine/configuration/types.ts';
import type { Evidence, SuggestionEffect } from '../../engine/documents/suggestion.ts';
import type { Estimate } from '../../engine/statistics/bootstrap.ts';
import { capacityWithUnit, compactCount, milliseconds, percent, plural, points, relativeChange } from './numbers.ts';

export interface EffectLine {
  readonly name: 'hit ratio' | 'mean latency' | 'origin fetches' | 'stale answers' | 'moves' | 'memory';
  readonly before: string;
  readonly after: string;
  /** `+1.2 points`, `−18 %`, `unchanged`. */
  readonly change: string;
  /** Of the change, in its unit: `1.1 … 1.3`; null for what has none, and where nothing changed. */
  readonly interval: string | null;
}

/** What a change brings, and what it costs. */
export function effectLines(effect: SuggestionEffect, unit: Unit, requests: number): EffectLine[] {
  const sayRatio = (ratio: number) => percent(ratio, requests);
  const saySize = (capacity: number) => capacityWithUnit(capacity, unit);
  const ratioLine = (name: EffectLine['name'], before: number, after: number, difference: Estimate): EffectLine => ({
    name,
    before: sayRatio(before),
    after: sayRatio(after),
    ...changeOf(difference, value => points(value, requests)),
  });
  const stale = effect.staleHitsBefore > 0 || effect.staleHitsAfter > 0;
  const share = (count: number) => (requests === 0 ? 0 : count / requests);
  return [
    {
      name: 'mean latency',
      before: milliseconds(effect.latencyMeanMsBefore),
      after: milliseconds(effect.latencyMeanMsAfter),
      ...changeOf(effect.latencyMeanChange, relative),
    },
    ratioLine('hit ratio', effect.hitRatioBefore, effect.hitRatioAfter, effect.hitRatioDifference),
    {
      name: 'origin fetches',
      before: compactCount(effect.originFetchesBefore),
      after: compactCount(effect.originFetchesAfter),
      ...changeOf(effect.originFetchesChange, relative),
    },
    ...(stale
      ? [
          ratioLine(
            'stale answers',
            share(effect.staleHitsBefore),
            share(effect.staleHitsAfter),
            effect.staleRatioDifference,
          ),
        ]
      : []),
    ...total('moves', effect.movedBefore, effect.movedAfter, saySize),
    ...total('memory', effect.capacityBefore, effect.capacityAfter, saySize),
  ];
}

/** `5 seeds`, `50 blocks of consecutive requests`: what stands behind the intervals. */
export function evidenceWords({ kind, count }: Evidence): string {
  return kind === 'seeds' ? plural(count, 'seed') : `${plural(count, 'block')} of consecutive requests`;
}

/** What is counted once for the whole run, and so has no interval; moves only where they fell or rose much. */
function total(name: 'moves' | 'memory', before: number, after: number, say: (value: number) => string): EffectLine[] {
  const change = orUnchanged(relativeChange(before, after));
  if (name === 'moves' && Math.abs(after - before) < 0.1 * before) return [];
  return [{ name, before: say(before), after: say(after), change, interval: null }];
}

function changeOf(
  { mean, low, high }: Estimate,
  say: (value: number) => string,
): Pick<EffectLine, 'change' | 'interval'> {
  const change = orUnchanged(say(mean));
  const ends = [say(low), say(high)];
  if (change === 'unchanged' && ends.every(end => end.startsWith('±'))) return { change, interval: null };
  // The unit stands behind the change already.
  const [from, to] = ends.map(end => end.split('\u00a0')[0]!.replace('+', ''));
  return { change, interval: `${from}\u00a0…\u00a0${to}` };
}

function relative(change: number): string {
  return relativeChange(1, 1 + change)!;
}

function orUnchanged(change: string | null): string {
  return change === null || change.startsWith('±') ? 'unchanged' : change;
}
