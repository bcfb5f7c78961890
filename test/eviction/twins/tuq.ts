import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** OpenBSD's 2Q on plain arrays, oldest first. */
export class TuqTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly maxHot: number;
  private readonly maxWarm: number;
  private hot: number[] = [];
  private warm: number[] = [];
  private cold: number[] = [];

  constructor(context: EvictionContext, hotShare: number, warmShare: number) {
    this.context = context;
    this.maxHot = Math.floor(context.capacity * hotShare);
    this.maxWarm = Math.floor(context.capacity * warmShare);
  }

  hit(id: number): void {
    const wasHot = this.hot.includes(id);
    const fitsWarm = this.length([id]) <= this.maxWarm;
    this.remove(id);
    if (wasHot) this.hot.push(id);
    else if (fitsWarm) this.warm.push(id);
    else this.cold.push(id);
    while (this.length(this.warm) > this.maxWarm) this.cold.push(this.warm.shift()!);
  }

  victim(_incoming: number): number {
    return [...this.cold, ...this.hot, ...this.warm][0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    if (this.length([id]) > this.maxHot) this.cold.push(id);
    else this.hot.push(id);
    while (this.length(this.hot) > this.maxHot) this.cold.push(this.hot.shift()!);
  }

  remove(id: number): void {
    this.hot = this.hot.filter(each => each !== id);
    this.warm = this.warm.filter(each => each !== id);
    this.cold = this.cold.filter(each => each !== id);
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + (this.context.sizes ? this.context.sizes[id]! : 1), 0);
  }
}
