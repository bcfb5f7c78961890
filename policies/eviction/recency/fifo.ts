import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

/** First in, first out: a hit changes nothing. */
class Fifo implements EvictionPolicy {
  private readonly queue: IdList;

  constructor(context: EvictionContext) {
    [this.queue] = residentLists(context, 1) as [IdList];
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.queue.tail;
  }

  evict(_incoming: number): number {
    const victim = this.queue.tail;
    this.queue.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.queue.pushHead(id);
  }

  retire(id: number): void {
    this.queue.unlink(id);
    this.queue.pushTail(id);
  }

  remove(id: number): void {
    this.queue.unlink(id);
  }

  inspect(): PolicyPart[] {
    return [residentsIn('queue', this.queue)];
  }
}

export const fifo = defineEviction({
  name: 'fifo',
  summary: 'First in, first out: evicts the entry that was inserted longest ago',
  about:
    'A queue in order of insertion; a hit changes nothing, so it is the cheapest policy there is. It suits streams ' +
    'without reuse that outlives a cache-full, and is the yardstick for the queue-based policies that add one bit ' +
    'to it; popular entries are evicted as soon as unpopular ones.',
  paper: null,
  parameters: {},
  capabilities: { sized: true },
  create: context => new Fifo(context),
});
