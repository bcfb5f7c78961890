import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Segmented LRU on plain arrays, oldest first. */
export class SlruTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly maxProtected: number;
  private probation: number[] = [];
  private safe: number[] = [];

  constructor(context: EvictionContext, protectedShare: number) {
    this.context = context;
    this.maxProtected = Math.max(1, Math.floor(protectedShare * context.capacity));
  }

  hit(id: number): void {
    const wasSafe = this.safe.includes(id);
    if (this.length([id]) > this.maxProtected) {
      this.remove(id);
      this.probation.push(id);
      return;
    }
    while (!wasSafe && this.length([...this.safe, id]) > this.maxProtected) this.probation.push(this.safe.shift()!);
    this.remove(id);
    this.safe.push(id);
  }

  victim(_incoming: number): number {
    return [...this.probation, ...this.safe][0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.probation.push(id);
  }

  remove(id: number): void {
    this.probation = this.probation.filter(each => each !== id);
    this.safe = this.safe.filter(each => each !== id);
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + (this.context.sizes ? this.context.sizes[id]! : 1), 0);
  }
}
