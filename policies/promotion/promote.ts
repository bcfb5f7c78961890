import type { LastRequests } from '../structures/last-requests.ts';
import { definePromotion, HOW, type PromotionContext, type PromotionPolicy } from './contract.ts';

/** How far one adjustment goes: this share of the way to the limit, times the relative difference of the two lives. */
const STEP = 0.25;

/** One boundary between two levels: how long entries lived above and below it, and how probable a crossing upwards is. */
class Boundary {
  /** Entries that the upper level has room for, as a share of those that both and all above have: it is never exceeded. */
  private readonly limit: number;
  probPromote: number;
  /** Sums of ages at departure since the last adjustment, and how many departures: above, below. */
  private readonly lives = new Float64Array(2);
  private readonly departures = new Float64Array(2);
  private readonly everyOf: number;
  private bothFull = false;

  constructor(limit: number, every: number) {
    this.limit = limit;
    this.probPromote = limit;
    this.everyOf = every;
  }

  /** @param side 0 for the level above, 1 for the level below */
  departed(side: 0 | 1, age: number): void {
    const { lives, departures } = this;
    lives[side]! += age;
    departures[side]!++;
    if (departures[0]! > 0 && departures[1]! > 0) this.bothFull = true;
    if (!this.bothFull || departures[0]! + departures[1]! < this.everyOf) return;
    const difference = this.difference();
    this.probPromote += STEP * difference * (difference > 0 ? this.limit - this.probPromote : this.probPromote);
    lives.fill(0);
    departures.fill(0);
  }

  /** From -1, entries live longer below, to 1, above. A level that gave nobody up lets them live longer. */
  private difference(): number {
    const above = this.departures[0]!;
    const below = this.departures[1]!;
    if (above === 0 || below === 0) return above === 0 ? 1 : -1;
    const upperLife = this.lives[0]! / above;
    const lowerLife = this.lives[1]! / below;
    return upperLife === lowerLife ? 0 : (upperLife - lowerLife) / (upperLife + lowerLife);
  }
}

/** Draws at each boundary; the lives on its two sides, which the draws are to make equal, set the odds. */
class Promote implements PromotionPolicy {
  private readonly context: PromotionContext;
  private readonly requests: LastRequests;
  /** By the level below it; none below the last. */
  private readonly boundaries: readonly (Boundary | null)[];

  constructor(context: PromotionContext, every: number) {
    this.context = context;
    this.requests = context.lastRequests();
    let above = 0;
    this.boundaries = context.capacities.map(capacity => {
      const boundary = above === 0 ? null : new Boundary(above / (above + capacity), every);
      above += capacity;
      return boundary;
    });
  }

  promotes(_id: number, _now: number, _victim: number, from: number): boolean {
    return this.context.random() < this.boundaries[from]!.probPromote;
  }

  gaveUp(id: number, level: number): void {
    const age = this.requests.age(id);
    this.boundaries[level]?.departed(1, age);
    this.boundaries[level + 1]?.departed(0, age);
  }
}

export const promote = definePromotion({
  name: 'promote',
  summary: 'A hit moves the entry up with a probability that makes entries live equally long above and below',
  about:
    'Entries go up at random instead of coming down when room is needed, so that exclusive levels need no demotions. Each level ' +
    'compares how long ago the entries that it gives up were requested with the same of the level above: where they live longer ' +
    'above, more should go up; where they live longer below, fewer. The probability begins at the share of the room that ' +
    'lies above, and never exceeds it. Together with placement climb, by which newcomers draw as well, and demotion ' +
    'drop this is the scheme PROMOTE. Instead of the difference between its newest and its oldest entry, a level here tells the ' +
    'mean age of the entries that it gave up.',
  paper: {
    authors: 'B. S. Gill',
    title: 'On multi-level exclusive caching: offline optimality and why promotions are better than demotions',
    venue: 'USENIX FAST',
    year: 2008,
  },
  parameters: {
    every: {
      type: 'integer',
      default: 64,
      min: 2,
      max: 1_000_000,
      summary: 'departures from the two levels of a boundary after which its probability is adjusted',
    },
    ...HOW,
  },
  create: (context, { every }) => new Promote(context, every),
});
