import type { LevelConfiguration } from '../configuration/types.ts';
import type { Suggestion } from '../documents/suggestion.ts';
import { totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';
import type { AdviceInput } from './advise.ts';

/** Of all misses: what more memory could save at most, for "more memory buys nothing". */
const NOTHING_TO_GAIN = 0.02;
/** Of all misses: how many must be unavoidable to say so. */
const FLOOR = 0.5;

/** Findings from a re-run with room for everything in every level: how many misses memory could still save, and how many it never can. */
export function unlimitedMemory({ requests, configuration, seed, warmup, measured }: AdviceInput): Suggestion[] {
  const { misses, requests: asked } = measured.totals;
  if (misses === 0 || asked === 0) return [];
  const whole = configuration.unit === 'bytes' ? requests.bytes! : requests.universe;
  const ample = (level: LevelConfiguration) => ({ ...level, capacity: level.capacity + whole });
  const levels = configuration.levels.map(ample);
  const partitionLevels = configuration.partitionLevels.map(ample);
  const run = replay(requests, { ...configuration, levels, partitionLevels }, { seed, warmup });
  const floor = totalsOf(run, requests).misses;
  const share = (count: number) => `${((100 * count) / asked).toFixed(1)} %`;
  const nothing = { change: null, effect: null, command: null };
  if (misses - floor <= NOTHING_TO_GAIN * misses)
    return [
      {
        rule: 'working-set-fits',
        title: 'More memory buys nothing',
        reason: `With room for every key ${share(floor)} of the requests would still miss, now ${share(misses)} do.`,
        ...nothing,
      },
    ];
  if (floor >= FLOOR * misses)
    return [
      {
        rule: 'compulsory-misses',
        title: `${share(floor)} of the requests miss however large the cache is`,
        reason: `They ask for a key for the first time, after its lifetime, or for one that is never stored; ${share(misses)} miss now.`,
        ...nothing,
      },
    ];
  return [];
}
