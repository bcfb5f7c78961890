import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Double CLOCK on plain arrays, oldest first, with the events that age non-residents in a log. */
export class DClockTwin implements EvictionPolicy {
  private readonly maxActive: number;
  private inactive: number[] = [];
  private active: number[] = [];
  private readonly referenced = new Set<number>();
  /** Evicted ids, oldest first, with the length of the log when they left. */
  private shadows: { readonly id: number; readonly at: number }[] = [];
  private readonly log: ('eviction' | 'activation')[] = [];
  private judged: { readonly id: number; readonly activates: boolean } | undefined;

  constructor({ capacity }: EvictionContext, active: number) {
    this.maxActive = Math.min(capacity - 1, Math.floor(active * capacity));
  }

  hit(id: number): void {
    if (this.active.includes(id)) this.referenced.add(id);
    else this.activate(id);
  }

  victim(_incoming: number): number {
    return [...this.inactive, ...this.active][0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const at = this.log.length + (this.activates(incoming) ? 1 : 0);
    this.remove(victim);
    this.shadows.push({ id: victim, at });
    this.log.push('eviction');
    return victim;
  }

  insert(id: number): void {
    const activates = this.activates(id);
    this.judged = undefined;
    this.shadows = this.shadows.filter(shadow => shadow.id !== id);
    if (activates) this.activate(id);
    else this.inactive.push(id);
    while (this.shadows.length > this.maxActive) this.shadows.shift();
  }

  remove(id: number): void {
    this.inactive = this.inactive.filter(each => each !== id);
    this.active = this.active.filter(each => each !== id);
    this.referenced.delete(id);
  }

  private activate(id: number): void {
    this.remove(id);
    if (this.active.length > 0 && this.active.length >= this.maxActive) {
      while (this.referenced.delete(this.active[0]!)) this.active.push(this.active.shift()!);
      this.inactive.push(this.active.shift()!);
    }
    (this.maxActive > 0 ? this.active : this.inactive).push(id);
    this.log.push('activation');
  }

  /** Whether a newcomer's refault distance, as it was before room was made for it, is within the active list. */
  private activates(id: number): boolean {
    if (this.judged?.id !== id) {
      const shadow = this.shadows.find(each => each.id === id);
      const activates = shadow !== undefined && this.log.length - shadow.at <= this.active.length;
      this.judged = { id, activates };
    }
    return this.judged.activates;
  }
}
