import { IdHeap } from '../../structures/id-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * Largest first: a binary heap by size, whose root is evicted; a hit changes nothing. Among entries of one size the layout of
 * the heap decides, in libCacheSim's order: the last entry takes the place of the root. Where all count as one, the second
 * newest is therefore the one to go.
 */
class Size implements EvictionPolicy {
  private readonly largest: IdHeap;

  constructor(context: EvictionContext) {
    // A resident's size does not change, and so may be its key.
    this.largest = new IdHeap(context.sizes ?? new Float64Array(context.universe));
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.largest.root;
  }

  evict(_incoming: number): number {
    const victim = this.largest.root;
    this.largest.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.largest.insert(id);
  }

  remove(id: number): void {
    this.largest.remove(id);
  }
}

export const size = defineEviction({
  name: 'size',
  aliases: ['largest-first'],
  summary: 'Largest first: evicts the entry with the most bytes, whatever its use',
  about:
    'Each eviction frees as much room as one can, so that a great many small entries stay and the hit ratio by number ' +
    'of requests is high; small entries never leave, however useless, and the hit ratio by bytes is low. It was found ' +
    'the best simple rule for web proxies of the nineties; without sizes it freezes its first content.',
  paper: {
    authors: 'S. Williams, M. Abrams, C. R. Standridge, G. Abdulla, E. A. Fox',
    title: 'Removal policies in network caches for World-Wide Web documents',
    venue: 'SIGCOMM',
    year: 1996,
  },
  parameters: {},
  capabilities: { sized: true, scales: false },
  create: context => new Size(context),
});
