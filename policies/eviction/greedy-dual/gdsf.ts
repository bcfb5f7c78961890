import { PriorityHeap } from '../../structures/priority-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/** C(i), the same for every entry: a million keeps priorities of large objects well above the rounding of L. */
const COST = 1e6;

/**
 * GreedyDual-Size with frequency. Each entry has a priority Pr(i) = L + Fr(i) · C(i) / S(i): its uses since insertion by its
 * size, from L on. L, the clock, is the priority of the last victim: it only grows, so that an entry which is not used
 * again is overtaken in the end. The lowest priority leaves; of equal ones, the least recently used.
 */
class Gdsf implements EvictionPolicy {
  private readonly priorities;
  private readonly sizes: Float64Array | null;
  private readonly fr: Float64Array;
  private l = 0;
  private requests = 0;

  constructor(context: EvictionContext) {
    this.priorities = new PriorityHeap(context.universe);
    this.sizes = context.sizes;
    this.fr = new Float64Array(context.universe);
  }

  hit(id: number): void {
    this.fr[id]!++;
    this.priorities.update(id, this.priority(id), this.requests++);
  }

  victim(_incoming: number): number {
    return this.priorities.root;
  }

  evict(_incoming: number): number {
    const victim = this.priorities.root;
    this.l = this.priorities.priorityOf(victim);
    this.priorities.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.fr[id] = 1;
    this.priorities.insert(id, this.priority(id), this.requests++);
  }

  remove(id: number): void {
    this.priorities.remove(id);
  }

  private priority(id: number): number {
    // An empty object would otherwise be worth infinitely much, and so would L be after it.
    const size = this.sizes ? Math.max(1, this.sizes[id]!) : 1;
    return this.l + (this.fr[id]! * COST) / size;
  }
}

export const gdsf = defineEviction({
  name: 'gdsf',
  aliases: ['greedy-dual-size-frequency'],
  summary: 'GreedyDual-Size with frequency: evicts the entry with the fewest uses per byte, and lets old merit fade',
  about:
    'An entry is worth its uses divided by its size, on top of a clock that rises to the worth of each victim, so ' +
    'that old merit fades. It keeps many small popular objects and so has one of the best object hit ratios where ' +
    'sizes differ; the byte hit ratio suffers, because large objects rarely stay. In entries it is LFU with aging, ' +
    'and slow to follow a hot set that moves.',
  paper: {
    authors: 'L. Cherkasova',
    title: 'Improving WWW proxies performance with Greedy-Dual-Size-Frequency caching policy',
    venue: 'HP Laboratories technical report HPL-98-69R1',
    year: 1998,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new Gdsf(context),
});
