import { definePromotion, HOW, type PromotionContext, type PromotionPolicy } from './contract.ts';

/** Counts the hits of each id below the first level; the count starts again after a promotion and after the window. */
class NthHit implements PromotionPolicy {
  private readonly n: number;
  private readonly window: number;
  private readonly hits: Uint16Array;
  private readonly since: Float64Array;

  constructor(context: PromotionContext, n: number, window: number) {
    this.n = n;
    this.window = window;
    this.hits = new Uint16Array(context.universe);
    this.since = new Float64Array(context.universe);
  }

  promotes(id: number, now: number): boolean {
    if (this.hits[id] === 0 || now - this.since[id]! > this.window) {
      this.hits[id] = 0;
      this.since[id] = now;
    }
    if (this.hits[id]! + 1 < this.n) {
      this.hits[id]!++;
      return false;
    }
    this.hits[id] = 0;
    return true;
  }

  remembers(id: number, now: number): boolean {
    return this.hits[id] !== 0 && now - this.since[id]! <= this.window;
  }
}

export const nthHit = definePromotion({
  name: 'nth-hit',
  summary: 'The n-th hit below the first level within a window moves the entry up',
  about:
    'Hits below the first level are counted for each key, and the count starts again when it moves up or the window is over. ' +
    'Counts outlive the entry: a key that was evicted and comes back needs fewer hits. Where the window has no end, one ' +
    'that was hit too seldom is therefore remembered for ever.',
  paper: null,
  parameters: {
    n: { type: 'integer', default: 2, min: 1, max: 65_535, summary: 'hits that it takes' },
    window: {
      type: 'duration',
      default: Number.POSITIVE_INFINITY,
      summary: 'seconds within which they must come, from the first of them',
    },
    ...HOW,
  },
  create: (context, { n, window }) => new NthHit(context, n, window),
});
