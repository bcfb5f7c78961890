import type { IdList } from '../../structures/links.ts';
import { RankHeap } from '../../structures/rank-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { residentLists } from '../resident-lists.ts';

/**
 * Soonest to expire first, Redis' volatile-ttl: evicts the entry whose lifetime ends soonest, of several the one that was
 * inserted first. Those that live for ever wait behind them, by recency of use. Where nothing has a lifetime this is LRU.
 */
class TtlFirst implements EvictionPolicy {
  private readonly expiresAt: Float64Array | null;
  private readonly mortal: RankHeap;
  private readonly isMortal: Uint8Array;
  /** By id: which insertion brought it. */
  private readonly inserted: Float64Array;
  private insertions = 0;
  private readonly immortal: IdList;

  constructor(context: EvictionContext) {
    this.expiresAt = context.expiresAt;
    this.mortal = new RankHeap(context.universe);
    this.isMortal = new Uint8Array(context.universe);
    this.inserted = new Float64Array(context.universe);
    [this.immortal] = residentLists(context, 1) as [IdList];
  }

  hit(id: number): void {
    // Unless an overwrite has given it another lifetime, a use changes nothing.
    if (this.isMortal[id] === 1 && this.expiresAt![id] === this.mortal.rankOf(id)) return;
    this.remove(id);
    this.enter(id);
  }

  victim(_incoming: number): number {
    return this.mortal.empty ? this.immortal.tail : this.mortal.lowest();
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.inserted[id] = this.insertions++;
    this.enter(id);
  }

  remove(id: number): void {
    if (this.isMortal[id] === 1) this.mortal.remove(id);
    else this.immortal.unlink(id);
  }

  private enter(id: number): void {
    const end = this.expiresAt === null ? Number.POSITIVE_INFINITY : this.expiresAt[id]!;
    if (end === Number.POSITIVE_INFINITY) {
      this.isMortal[id] = 0;
      this.immortal.pushHead(id);
    } else {
      this.isMortal[id] = 1;
      this.mortal.insert(id, end, this.inserted[id]!);
    }
  }
}

export const ttlFirst = defineEviction({
  name: 'ttl-first',
  aliases: ['volatile-ttl'],
  summary: 'Soonest to expire first: evicts the entry whose lifetime ends soonest; those without one go last, by LRU',
  about:
    'What is about to expire is worth least, since it would be fetched again soon anyway; so the entry whose lifetime ' +
    'ends soonest makes room. It is at its best where lifetimes differ and say how long data are wanted. Where all ' +
    'live equally long it is first in, first out, and without lifetimes LRU.',
  paper: null,
  parameters: {},
  capabilities: { sized: true, expiring: true },
  create: context => new TtlFirst(context),
});
