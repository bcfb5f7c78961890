import type { Requests } from '../../workloads/requests.ts';
import type { Configuration, LevelConfiguration } from '../configuration/types.ts';
import type { Totals } from '../documents/sim.ts';
import type { Observation } from '../documents/suggestion.ts';
import { totalsOf } from '../experiments/measurements.ts';
import { replay } from '../replay/replay.ts';
import { percent } from './figures.ts';

/** Of all misses: what more memory could save at most, for "more memory buys nothing". */
const NOTHING_TO_GAIN = 0.02;
/** Of all misses: how many must be unavoidable to say so. */
const FLOOR = 0.5;

interface Observed {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
  readonly warmup: number;
  readonly totals: Pick<Totals, 'misses' | 'requests'>;
}

/** How many misses memory could still save, and how many it never can: from a re-run with room for everything in every level. */
export function observations({ requests, configuration, seed, warmup, totals }: Observed): Observation[] {
  const { misses, requests: asked } = totals;
  if (misses === 0 || asked === 0) return [];
  const whole = configuration.unit === 'bytes' ? requests.bytes! : requests.universe;
  const ample = (level: LevelConfiguration) => ({ ...level, capacity: level.capacity + whole });
  const levels = configuration.levels.map(ample);
  const partitionLevels = configuration.partitionLevels.map(ample);
  const run = replay(requests, { ...configuration, levels, partitionLevels }, { seed, warmup });
  const floor = totalsOf(run, requests).misses;
  const share = (count: number) => percent(count / asked);
  if (misses - floor <= NOTHING_TO_GAIN * misses)
    return [
      {
        rule: 'working-set-fits',
        title: 'More memory buys nothing',
        reason: `With room for every key ${share(floor)} of the requests would still miss, now ${share(misses)} do.`,
      },
    ];
  if (floor >= FLOOR * misses)
    return [
      {
        rule: 'compulsory-misses',
        title: `${share(floor)} of the requests miss however large the cache is`,
        reason: `They ask for a key for the first time, after its lifetime, or for one that is never stored; ${share(misses)} miss now.`,
      },
    ];
  return [];
}
