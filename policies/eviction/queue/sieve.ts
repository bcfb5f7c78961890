import { Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';

/**
 * SIEVE: a FIFO queue, a visited bit for each entry and a hand. A hit sets the bit and moves nothing. The hand sweeps from the
 * tail towards the head, clears the bits that it finds set and evicts the first entry that was not visited; the next sweep
 * goes on from there, so survivors stay where they are and new entries are sifted soon (lazy promotion, quick demotion).
 */
class Sieve implements EvictionPolicy {
  private readonly queue;
  private readonly visited: Uint8Array;
  /** Where the next sweep begins; the queue's sentinel stands for its tail. */
  private hand: number;

  constructor(context: EvictionContext) {
    this.queue = new Links(context.universe, 1).list();
    this.visited = new Uint8Array(context.universe);
    this.hand = this.queue.sentinel;
  }

  hit(id: number): void {
    this.visited[id] = 1;
  }

  victim(_incoming: number): number {
    const { queue, visited } = this;
    let id = this.hand === queue.sentinel ? queue.tail : this.hand;
    while (visited[id] === 1) {
      visited[id] = 0;
      id = queue.newer(id);
      if (id === queue.sentinel) id = queue.tail;
    }
    this.hand = id;
    return id;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.visited[id] = 0;
    this.queue.pushHead(id);
  }

  remove(id: number): void {
    if (this.hand === id) this.hand = this.queue.newer(id);
    this.queue.unlink(id);
  }

  inspect(): PolicyPart[] {
    const part = residentsIn('queue', this.queue, id => this.visited[id]!);
    const hand = this.hand === this.queue.sentinel ? this.queue.tail : this.hand;
    return [part.ids.length === 0 ? part : { ...part, hand: part.ids.indexOf(hand) }];
  }
}

export const sieve = defineEviction({
  name: 'sieve',
  summary: 'A FIFO queue with a hand that spares visited entries where they stand and evicts the first unvisited one',
  about:
    'A hit sets a bit and moves nothing. A hand sweeps from old to new, clears bits and evicts the first entry ' +
    'without one; survivors keep their places, so newcomers are sifted quickly. It matches far more complicated ' +
    'policies on web traffic at the cost of FIFO; it does not resist scans.',
  paper: {
    authors: 'Y. Zhang, J. Yang, Y. Yue, Y. Vigfusson, K. V. Rashmi',
    title: 'SIEVE is simpler than LRU: an efficient turn-key eviction algorithm for web caches',
    venue: 'NSDI',
    year: 2024,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new Sieve(context),
});
