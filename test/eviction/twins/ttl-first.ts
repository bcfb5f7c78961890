import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Soonest to expire first, by looking at every resident; lifetimes count as they were at the last insertion or hit. */
export class TtlFirstTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private entries: { readonly id: number; readonly end: number; readonly inserted: number; readonly used: number }[] =
    [];
  private events = 0;

  constructor(context: EvictionContext) {
    this.context = context;
  }

  hit(id: number): void {
    const { inserted } = this.entries.find(entry => entry.id === id)!;
    this.remove(id);
    this.entries.push({ id, end: this.endOf(id), inserted, used: this.events++ });
  }

  victim(_incoming: number): number {
    const soonest = Math.min(...this.entries.map(entry => entry.end));
    const by = soonest === Number.POSITIVE_INFINITY ? 'used' : 'inserted';
    const [first] = this.entries.filter(entry => entry.end === soonest).sort((a, b) => a[by] - b[by]);
    return first!.id;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const now = this.events++;
    this.entries.push({ id, end: this.endOf(id), inserted: now, used: now });
  }

  remove(id: number): void {
    this.entries = this.entries.filter(entry => entry.id !== id);
  }

  private endOf(id: number): number {
    return this.context.expiresAt ? this.context.expiresAt[id]! : Number.POSITIVE_INFINITY;
  }
}
