import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

/** Four queues, numbered 0 to 3. */
const LEVELS = 4;

/**
 * Quadruply segmented LRU. A newcomer enters the head of queue 0; a hit moves an entry to the head of the next higher queue, in
 * queue 3 to its own head. Queues 1 to 3 hold a quarter of the cache each: what exceeds it falls from their tails to the head
 * of the queue below. The tail of queue 0, which has the rest of the cache, is evicted.
 */
class S4Lru implements EvictionPolicy {
  private readonly queues: readonly IdList[];
  private readonly level: Uint8Array;
  private readonly length = new Float64Array(LEVELS);
  private readonly maxLength: number;
  private readonly sizes: Float64Array | null;

  constructor(context: EvictionContext) {
    this.queues = residentLists(context, LEVELS);
    this.level = new Uint8Array(context.universe);
    this.maxLength = Math.floor(context.capacity / LEVELS);
    this.sizes = context.sizes;
  }

  hit(id: number): void {
    const level = this.level[id]!;
    // Nothing would be left of the next queue if it took in an entry larger than itself.
    if (level === LEVELS - 1 || this.sizeOf(id) > this.maxLength) this.queues[level]!.moveToHead(id);
    else {
      this.leave(id);
      this.enter(id, level + 1);
    }
  }

  victim(_incoming: number): number {
    let level = 0;
    while (this.queues[level]!.empty) level++;
    return this.queues[level]!.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.leave(victim);
    return victim;
  }

  insert(id: number): void {
    this.enter(id, 0);
  }

  remove(id: number): void {
    this.leave(id);
  }

  private enter(id: number, level: number): void {
    const queue = this.queues[level]!;
    queue.pushHead(id);
    this.level[id] = level;
    this.length[level]! += this.sizeOf(id);
    if (level === 0) return;
    while (this.length[level]! > this.maxLength) {
      const demoted = queue.tail;
      this.leave(demoted);
      this.enter(demoted, level - 1);
    }
  }

  private leave(id: number): void {
    const level = this.level[id]!;
    this.queues[level]!.unlink(id);
    this.length[level]! -= this.sizeOf(id);
  }

  private sizeOf(id: number): number {
    return this.sizes === null ? 1 : this.sizes[id]!;
  }

  inspect(): PolicyPart[] {
    return this.queues.map((queue, level) => residentsIn(`queue ${level}`, queue)).reverse();
  }
}

export const s4lru = defineEviction({
  name: 's4lru',
  summary: 'Quadruply segmented LRU: every hit moves up one of four queues, whose overflow falls to the one below',
  about:
    'Four LRU queues of a quarter of the cache each: newcomers enter the lowest, a hit moves an entry up by one, and ' +
    'overflow falls by one, so an entry used often has to be forgotten several times. It resists scans and tells ' +
    'frequent from occasional use without counters; a hot set that moves has to climb past the old one.',
  paper: {
    authors: 'Q. Huang, K. Birman, R. van Renesse, W. Lloyd, S. Kumar, H. C. Li',
    title: 'An analysis of Facebook photo caching',
    venue: 'SOSP',
    year: 2013,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new S4Lru(context),
});
