import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** CAR on plain arrays, oldest first, with whole numbers for p. */
export class CarTwin implements EvictionPolicy {
  private readonly c: number;
  private p = 0;
  private t1: number[] = [];
  private t2: number[] = [];
  private b1: number[] = [];
  private b2: number[] = [];
  private readonly referenced = new Set<number>();

  constructor(context: EvictionContext) {
    this.c = context.capacity;
  }

  hit(id: number): void {
    this.referenced.add(id);
  }

  victim(_incoming: number): number {
    for (;;) {
      const clock = this.t1.length >= Math.max(1, this.p) || this.t2.length === 0 ? this.t1 : this.t2;
      if (!this.referenced.delete(clock[0]!)) return clock[0]!;
      this.t2.push(clock.shift()!);
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    (this.t1.includes(victim) ? this.b1 : this.b2).push(victim);
    this.remove(victim);
    if (!this.b1.includes(incoming) && !this.b2.includes(incoming)) {
      const l1 = this.t1.length + this.b1.length;
      if (l1 >= this.c) this.b1.shift();
      else if (l1 + this.t2.length + this.b2.length >= 2 * this.c) this.b2.shift();
    }
    return victim;
  }

  insert(id: number): void {
    const [b1, b2] = [this.b1.length, this.b2.length];
    if (this.b1.includes(id)) this.p = Math.min(this.c, this.p + Math.max(1, Math.trunc(b2 / b1)));
    if (this.b2.includes(id)) this.p = Math.max(0, this.p - Math.max(1, Math.trunc(b1 / b2)));
    if (this.b1.includes(id) || this.b2.includes(id)) this.t2.push(id);
    else this.t1.push(id);
    this.b1 = this.b1.filter(each => each !== id);
    this.b2 = this.b2.filter(each => each !== id);
  }

  remove(id: number): void {
    this.t1 = this.t1.filter(each => each !== id);
    this.t2 = this.t2.filter(each => each !== id);
    this.referenced.delete(id);
  }
}
