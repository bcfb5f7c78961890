import type { Configuration, LevelConfiguration, Unit } from '../../configuration/types.ts';

/** A place for entries: how fast it is and how long it keeps them is given, how much room it has is to be found. */
export interface Tier extends Pick<LevelConfiguration, 'name' | 'ttlSeconds' | 'latency'> {
  /** What the default has there within the budget. */
  readonly capacity: number;
  /** Of a unit of its room; 0 where nobody named prices. */
  readonly price: number;
}

/**
 * How much room there may be in all. Were fast room to be had like any other, all of it would lie in the first level. So either it has
 * a price, and the cache may cost what the default costs; or there is as much of it as the default has: fast room may serve as slow
 * room, and never the other way round.
 */
export interface Budget {
  readonly unit: Unit;
  /** From the first level to the last. */
  readonly tiers: readonly Tier[];
  /** Entries or bytes of all levels; null for any number. */
  readonly capacity: number | null;
  /** Sum of price × capacity; null where nobody named prices. */
  readonly cost: number | null;
  /** Of a million fetches from the origin; null where nobody said. */
  readonly fetchPrice: number | null;
}

/** What is asked for. */
export interface BudgetRequest {
  /** Of all levels, in the unit; or money, where there are prices; what the default has where absent. */
  readonly total?: { readonly kind: 'capacity' | 'cost'; readonly value: number };
  /** By level, of a unit of its room. */
  readonly prices?: readonly number[];
  readonly fetchPrice?: number;
}

/** The budget that gives the default's levels, grown or shrunk together, exactly what they need. */
export function budgetOf({ levels }: Configuration, unit: Unit, asked: BudgetRequest): Budget {
  const { total, prices, fetchPrice = null } = asked;
  const capacities = levels.map(level => level.capacity);
  const whole = sum(capacities);
  const cost = (each: readonly number[]) => sum(each.map((capacity, i) => capacity * (prices?.[i] ?? 0)));
  const grown = total?.kind === 'cost' ? total.value / cost(capacities) : (total?.value ?? whole) / whole;
  const scaled = capacities.map(capacity => Math.max(1, Math.floor(grown * capacity)));
  // What rounding left over is the last level's: it is the largest.
  if (total?.kind !== 'cost') scaled[scaled.length - 1]! += Math.max(0, (total?.value ?? whole) - sum(scaled));
  const tiers = levels.map(({ name, ttlSeconds, latency }, i) => {
    return { name, ttlSeconds, latency, capacity: scaled[i]!, price: prices?.[i] ?? 0 };
  });
  return {
    unit,
    tiers,
    capacity: total?.kind === 'cost' ? null : sum(scaled),
    cost: prices === undefined ? null : total?.kind === 'cost' ? total.value : cost(scaled),
    fetchPrice,
  };
}

/** What is left of a budget while it is divided from the fastest tier to the slowest. */
class Purse {
  private readonly budget: Budget;
  private readonly room: number;
  private capacity: number;
  private cost: number;
  private used = 0;

  constructor(budget: Budget, room: number) {
    this.budget = budget;
    this.capacity = room * (budget.capacity ?? Number.POSITIVE_INFINITY);
    this.cost = room * (budget.cost ?? Number.POSITIVE_INFINITY);
    this.room = room;
  }

  /** The most that a tier can have, when one unit is left for each of those below it. */
  most(tier: Tier, below: readonly Tier[]): number {
    const { tiers, cost } = this.budget;
    const left = this.capacity - below.length;
    if (cost === null) {
      // As much as there is of room as fast as this, or faster.
      const fast = this.room * sum(tiers.slice(0, tiers.indexOf(tier) + 1).map(each => each.capacity));
      return Math.floor(Math.min(left, fast - this.used) + TINY);
    }
    const money = this.cost - sum(below.map(each => each.price));
    return Math.floor(Math.min(left, money / tier.price) + TINY);
  }

  take(tier: Tier, capacity: number): void {
    this.capacity -= capacity;
    this.cost -= capacity * tier.price;
    this.used += capacity;
  }
}

/** More than what sums of prices are off by. */
const TINY = 1e-6;

/**
 * Divides the budget among some of its tiers: each but the last takes a share of the most that it could have, and leaves one unit for
 * each below; the last takes what is left.
 * @param room the share of the budget that may be used at all: 0…1
 * @returns whole numbers from 1 up; null where the tiers cannot have even that
 */
export function divide(
  budget: Budget,
  tiers: readonly Tier[],
  shares: readonly number[],
  room: number,
): number[] | null {
  const purse = new Purse(budget, room);
  const capacities: number[] = [];
  for (const [t, tier] of tiers.entries()) {
    const below = tiers.slice(t + 1);
    const limit = purse.most(tier, below);
    if (limit < 1 || !Number.isFinite(limit)) return null;
    const taken = below.length === 0 ? limit : Math.min(limit, Math.max(1, Math.round(shares[t]! * limit)));
    capacities.push(taken);
    purse.take(tier, taken);
  }
  return capacities;
}

/** The shares that give the default's capacities. */
export function sharesOf(budget: Budget): number[] {
  const purse = new Purse(budget, 1);
  const { tiers } = budget;
  return tiers.slice(0, -1).map((tier, t) => {
    const share = Math.min(1, tier.capacity / purse.most(tier, tiers.slice(t + 1)));
    purse.take(tier, tier.capacity);
    return share;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
