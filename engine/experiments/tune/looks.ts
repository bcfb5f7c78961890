import type { Requests } from '../../../workloads/requests.ts';
import type { Budget } from './budget.ts';

/** How much of the requests a configuration is judged by. */
export type Look =
  | { readonly kind: 'whole' }
  /** The first requests, at full size. */
  | { readonly kind: 'prefix'; readonly share: number }
  /** The requests for a share of the keys, against a cache smaller by that share (miniature simulation). */
  | { readonly kind: 'sample'; readonly share: number };

/** Of the requests or keys, from the cheapest look to the dearest. */
const SHARES = [1 / 9, 1 / 3];
/** Gets without which a look says nothing. */
const FEWEST_GETS = 20_000;
/** What a beginning must bring into the cache, in caches full, or else nearly all that the workload has. */
const CACHES_FULL = 2;
const NEARLY_ALL = 0.8;
/** Entries that a cache scaled down must have, in its first level and in all. */
const FEWEST_ENTRIES = { first: 50, all: 500 };

/**
 * The looks, from the cheapest to the dearest, which is the whole. The beginning of the requests serves where it fills the cache; for
 * larger caches a sample of the keys does; where neither does, there is one look less.
 */
export function looksFor(requests: Requests, budget: Budget): Look[] {
  const looks = SHARES.flatMap((share): Look[] => {
    if (share * requests.gets < FEWEST_GETS) return [];
    if (fills(requests, budget, share)) return [{ kind: 'prefix', share }];
    return miniatureHolds(requests, budget, share) ? [{ kind: 'sample', share }] : [];
  });
  return [...looks, { kind: 'whole' }];
}

function fills(requests: Requests, { capacity, unit, tiers }: Budget, share: number): boolean {
  const room = capacity ?? tiers.reduce((sum, tier) => sum + tier.capacity, 0);
  const all = unit === 'bytes' ? requests.bytes! : requests.universe;
  const brought = (all * keysOf(requests, Math.floor(share * requests.operations))) / requests.universe;
  return brought >= Math.min(CACHES_FULL * room, NEARLY_ALL * all);
}

/** Keys among the first records: ids are numbered as they appear. */
export function keysOf({ batches }: Requests, records: number): number {
  let left = records;
  let largest = -1;
  for (const { id, length } of batches) {
    if (left <= 0) break;
    const end = Math.min(length, left);
    for (let i = 0; i < end; i++) if (id[i]! > largest) largest = id[i]!;
    left -= end;
  }
  return largest + 1;
}

function miniatureHolds({ universe, bytes }: Requests, { tiers, unit }: Budget, share: number): boolean {
  const entry = unit === 'bytes' ? bytes! / universe : 1;
  const entries = (capacity: number) => (share * capacity) / entry;
  const all = tiers.reduce((sum, tier) => sum + entries(tier.capacity), 0);
  return entries(tiers[0]!.capacity) >= FEWEST_ENTRIES.first && all >= FEWEST_ENTRIES.all;
}
