import type { Options } from '../../configuration/types.ts';
import { type Axis, type Point, pointOf } from '../../search/space.ts';
import { type Budget, sharesOf } from './budget.ts';
import { CHALLENGER, LEVELS, ORDER, policyAxis, RESIDENCY, RESIDENCY_WORDS, ROOM, shareAxis } from './space.ts';

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
}

/** @param given what the user fixed */
export function startsIn(space: readonly Axis[], budget: Budget, policies: readonly string[], given: Options): Starts {
  const { tiers } = budget;
  const shares = sharesOf(budget).map((share, t) => [shareAxis(tiers[t]!.name), share] as const);
  const asDefault = { [LEVELS]: tiers.map(tier => tier.name).join('+'), ...Object.fromEntries(shares), [ROOM]: 1 };
  const point = (values: Point) => pointOf(space, { ...asDefault, ...values });
  const free = given.residency === undefined;
  // LIRS and LRU may not be among the policies to be tried: what is compared with is what it is.
  const guarded = { [RESIDENCY]: RESIDENCY_WORDS.guarded, [CHALLENGER]: 'lirs' };
  const lru = { [RESIDENCY]: RESIDENCY_WORDS.unified, [ORDER]: 'lru' };
  return {
    usual: { ...point({}), ...(free && guarded) },
    flat: free && given.admission === undefined ? { [LEVELS]: tiers.at(-1)!.name, [ROOM]: 1, ...lru } : null,
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
    ordered: free ? policies.map(policy => point({ [RESIDENCY]: RESIDENCY_WORDS.unified, [ORDER]: policy })) : [],
  };
}
