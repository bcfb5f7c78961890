import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LFU with dynamic aging, by looking at every resident. */
export class LfuDaTwin implements EvictionPolicy {
  private readonly entries = new Map<number, { readonly key: number; readonly since: number }>();
  private evictedOnce = false;
  private age = 0;
  private events = 0;

  hit(id: number): void {
    this.entries.set(id, { key: this.entries.get(id)!.key + this.age, since: this.events++ });
    this.look();
  }

  victim(_incoming: number): number {
    const [lowest] = [...this.entries].sort(([, a], [, b]) => a.key - b.key || a.since - b.since);
    return lowest![0];
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.evictedOnce = true;
    this.look();
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.entries.set(id, { key: this.age + 1, since: this.events++ });
  }

  remove(id: number): void {
    this.entries.delete(id);
    this.look();
  }

  /** The age is the lowest key, and stays what it was while nobody is there. */
  private look(): void {
    if (this.evictedOnce && this.entries.size > 0)
      this.age = Math.min(...[...this.entries.values()].map(each => each.key));
  }
}
