import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

/** Most recently used: a list by recency of use; its head is evicted, which keeps an old part of a loop larger than the cache. */
class Mru implements EvictionPolicy {
  private readonly recency: IdList;

  constructor(context: EvictionContext) {
    [this.recency] = residentLists(context, 1) as [IdList];
  }

  hit(id: number): void {
    this.recency.moveToHead(id);
  }

  victim(_incoming: number): number {
    return this.recency.head;
  }

  evict(_incoming: number): number {
    const victim = this.recency.head;
    this.recency.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.recency.pushHead(id);
  }

  remove(id: number): void {
    this.recency.unlink(id);
  }

  inspect(): PolicyPart[] {
    return [residentsIn('recency', this.recency)];
  }
}

export const mru = defineEviction({
  name: 'mru',
  summary: 'Most recently used: evicts the entry used last, which suits loops larger than the cache',
  about:
    'Evicts the entry that was used last and so keeps an old part of a loop that exceeds the cache, which is the ' +
    'best that can be done there. On anything else it freezes its first content.',
  paper: {
    authors: 'H.-T. Chou, D. J. DeWitt',
    title: 'An evaluation of buffer management strategies for relational database systems',
    venue: 'VLDB',
    year: 1985,
  },
  parameters: {},
  capabilities: { sized: true, scales: false },
  create: context => new Mru(context),
});
