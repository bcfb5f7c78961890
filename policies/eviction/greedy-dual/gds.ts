import { PriorityHeap } from '../../structures/priority-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/** c(p), the same for every entry: GD-Size(1) of the paper, which aims at the hit ratio. A million, for the rounding of L. */
const COST = 1e6;

/**
 * GreedyDual-Size. When p is brought in or hit, H(p) = L + c(p) / s(p): its cost per byte, from L on. The entry with the lowest
 * H leaves and L becomes its H, which is the same as taking L off every other entry. Of equal ones, the least recently
 * used leaves.
 */
class Gds implements EvictionPolicy {
  private readonly h;
  private readonly sizes: Float64Array | null;
  private l = 0;
  private requests = 0;

  constructor(context: EvictionContext) {
    this.h = new PriorityHeap(context.universe);
    this.sizes = context.sizes;
  }

  hit(id: number): void {
    this.h.update(id, this.l + this.costPerByte(id), this.requests++);
  }

  victim(_incoming: number): number {
    return this.h.root;
  }

  evict(_incoming: number): number {
    const victim = this.h.root;
    this.l = this.h.priorityOf(victim);
    this.h.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.h.insert(id, this.l + this.costPerByte(id), this.requests++);
  }

  remove(id: number): void {
    this.h.remove(id);
  }

  private costPerByte(id: number): number {
    // An empty object would otherwise be worth infinitely much, and so would L be after it.
    return this.sizes ? COST / Math.max(1, this.sizes[id]!) : COST;
  }
}

export const gds = defineEviction({
  name: 'gds',
  aliases: ['greedy-dual-size'],
  summary: 'GreedyDual-Size: evicts the largest of what was not used for long; LRU among entries of one size',
  about:
    'A use lifts an entry above a clock by the inverse of its size, and the clock rises to each victim, so a small ' +
    'object outlives a large one that was used at the same time. It follows a moving hot set as LRU does, which it ' +
    'is when all sizes are equal, and has a far better object hit ratio when they differ. It does not count uses: ' +
    'small one-hit wonders stay long.',
  paper: {
    authors: 'P. Cao, S. Irani',
    title: 'Cost-aware WWW proxy caching algorithms',
    venue: 'USITS',
    year: 1997,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new Gds(context),
});
