import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

/** Least recently used: a list by recency of use; a hit moves to its head, the tail is evicted. */
class Lru implements EvictionPolicy {
  private readonly recency: IdList;

  constructor(context: EvictionContext) {
    [this.recency] = residentLists(context, 1) as [IdList];
  }

  hit(id: number): void {
    this.recency.moveToHead(id);
  }

  victim(_incoming: number): number {
    return this.recency.tail;
  }

  evict(_incoming: number): number {
    const victim = this.recency.tail;
    this.recency.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.recency.pushHead(id);
  }

  retire(id: number): void {
    this.recency.unlink(id);
    this.recency.pushTail(id);
  }

  remove(id: number): void {
    this.recency.unlink(id);
  }

  inspect(): PolicyPart[] {
    return [residentsIn('recency', this.recency)];
  }
}

export const lru = defineEviction({
  name: 'lru',
  summary: 'Least recently used: evicts the entry whose last use lies furthest back',
  about:
    'A list by recency of use: a hit moves to its head, the tail is evicted. It follows a moving hot set at once ' +
    'and is never more than a cache-full out of date; one scan longer than the cache flushes it, and a loop ' +
    'slightly longer than the cache never hits.',
  paper: {
    authors: 'R. L. Mattson, J. Gecsei, D. R. Slutz, I. L. Traiger',
    title: 'Evaluation techniques for storage hierarchies',
    venue: 'IBM Systems Journal 9(2)',
    year: 1970,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new Lru(context),
});
