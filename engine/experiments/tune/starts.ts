import type { Options } from '../../configuration/types.ts';
import { type Axis, type Point, pointOf } from '../../search/space.ts';
import { type Budget, sharesOf } from './budget.ts';
import {
  CHALLENGER,
  DIVIDED_TYPES,
  LEVELS,
  ORDER,
  PARTITIONS,
  policyAxis,
  RESIDENCY,
  RESIDENCY_WORDS,
  ROOM,
  shareAxis,
} from './space.ts';

/** Where the search begins, and what its result is compared with. */
export interface Starts {
  /** The default preset. */
  readonly usual: Point;
  /** One LRU, as fast as the last level; null where what is given makes it another cache. */
  readonly flat: Point | null;
  /**
   * All levels with the same policy: what is new enters at the top, every hit goes there, and what a level evicts goes down. None where
   * the levels may not have policies of their own.
   */
  readonly single: readonly Point[];
  /** The default with one order over all levels in place of the guarded one. */
  readonly ordered: readonly Point[];
  /** Choices on several axes at once, to which no single step leads that helps by itself. */
  readonly schemes: readonly Point[];
}

/** LRU in levels that hold copies: what is new enters at the bottom and climbs level by level (LCD), or lies in all levels (inclusive). */
const COPIES: readonly Point[] = [
  { inclusion: 'nine', placement: 'bottom', promotion: 'every-hit', demotion: 'drop' },
  { inclusion: 'inclusive', placement: 'top', promotion: 'every-hit:to=top', demotion: 'drop' },
];

/** Nearly all room to the partitions, a third of it to each. */
const EVENLY = {
  [shareAxis(PARTITIONS)]: 0.9,
  [shareAxis(DIVIDED_TYPES[0])]: 1 / 3,
  [shareAxis(DIVIDED_TYPES[1])]: 1 / 2,
};

/** @param given what the user fixed */
export function startsIn(space: readonly Axis[], budget: Budget, policies: readonly string[], given: Options): Starts {
  const { tiers } = budget;
  const shares = sharesOf(budget).map((share, t) => [shareAxis(tiers[t]!.name), share] as const);
  const asDefault = { [LEVELS]: tiers.map(tier => tier.name).join('+'), ...Object.fromEntries(shares), [ROOM]: 1 };
  const point = (values: Point) => pointOf(space, { ...asDefault, ...values });
  const free = given.residency === undefined;
  const has = (name: string) => space.some(axis => axis.name === name);
  // LIRS and LRU may not be among the policies to be tried: what is compared with is what it is.
  const guarded = { [RESIDENCY]: RESIDENCY_WORDS.guarded, [CHALLENGER]: 'lirs' };
  const lru = { [RESIDENCY]: RESIDENCY_WORDS.unified, [ORDER]: 'lru' };
  return {
    usual: { ...point({}), ...(free && guarded) },
    flat:
      free && given.admission === undefined && (given.partitions ?? 'none') === 'none'
        ? { [LEVELS]: tiers.at(-1)!.name, [ROOM]: 1, ...lru }
        : null,
    single:
      free || given.residency === RESIDENCY_WORDS.perLevel
        ? policies.map(policy =>
            point({
              [RESIDENCY]: RESIDENCY_WORDS.perLevel,
              ...Object.fromEntries(tiers.map(tier => [policyAxis(tier.name), policy])),
              placement: 'top',
              promotion: 'every-hit:to=top',
              demotion: 'cascade',
            }),
          )
        : [],
    schemes: [
      ...(free && has('inclusion')
        ? COPIES.map(copies => point({ ...copies, [RESIDENCY]: RESIDENCY_WORDS.perLevel }))
        : []),
      // Room for each type instead of levels: as slow as the last, so that there is enough of it.
      ...(has(PARTITIONS) ? [point({ [LEVELS]: tiers.at(-1)!.name, [PARTITIONS]: 'quota', ...EVENLY })] : []),
    ],
    ordered: free ? policies.map(policy => point({ [RESIDENCY]: RESIDENCY_WORDS.unified, [ORDER]: policy })) : [],
  };
}
