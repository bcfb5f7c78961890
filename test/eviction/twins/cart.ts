import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** CART on plain arrays, oldest first, counting pages by filter bit whenever the pseudo-code asks for them. */
export class CartTwin implements EvictionPolicy {
  private readonly c: number;
  private p = 0;
  private q = 0;
  private t1: number[] = [];
  private t2: number[] = [];
  private b1: number[] = [];
  private b2: number[] = [];
  private readonly referenced = new Set<number>();
  private readonly longTerm = new Set<number>();

  constructor(context: EvictionContext) {
    this.c = context.capacity;
  }

  hit(id: number): void {
    this.referenced.add(id);
  }

  victim(_incoming: number): number {
    while (this.referenced.delete(this.t2[0]!)) {
      this.t1.push(this.t2.shift()!);
      this.growQ();
    }
    while (this.longTerm.has(this.t1[0]!) || this.referenced.has(this.t1[0]!)) {
      const page = this.t1.shift()!;
      if (this.referenced.delete(page)) {
        this.t1.push(page);
        if (this.t1.length >= Math.min(this.p + 1, this.b1.length)) this.longTerm.add(page);
      } else {
        this.t2.push(page);
        this.q = Math.max(this.q - 1, this.c - this.t1.length);
      }
    }
    return this.t1.length >= Math.max(1, this.p) || this.t2.length === 0 ? this.t1[0]! : this.t2[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    (this.t1.includes(victim) ? this.b1 : this.b2).push(victim);
    this.remove(victim);
    const history = [...this.b1, ...this.b2];
    if (!history.includes(incoming) && history.length >= this.c + 1) {
      if (this.b1.length > this.q || this.b2.length === 0) this.b1.shift();
      else this.b2.shift();
    }
    return victim;
  }

  insert(id: number): void {
    const pages = [...this.t1, ...this.t2];
    const nL = pages.filter(page => this.longTerm.has(page)).length;
    const nS = pages.length - nL;
    const wasInB2 = this.b2.includes(id);
    if (this.b1.includes(id)) this.p = Math.min(this.c, this.p + Math.max(1, Math.trunc(nS / this.b1.length)));
    if (wasInB2) this.p = Math.max(0, this.p - Math.max(1, Math.trunc(nL / this.b2.length)));
    if (this.b1.includes(id) || wasInB2) this.longTerm.add(id);
    this.b1 = this.b1.filter(each => each !== id);
    this.b2 = this.b2.filter(each => each !== id);
    this.t1.push(id);
    if (wasInB2) this.growQ();
  }

  remove(id: number): void {
    this.t1 = this.t1.filter(each => each !== id);
    this.t2 = this.t2.filter(each => each !== id);
    this.referenced.delete(id);
    this.longTerm.delete(id);
  }

  /** |T2| + |B2| + |T1| − nS ≥ c, where T2 ∪ T1 less the short-term pages is the long-term ones. */
  private growQ(): void {
    const nL = [...this.t1, ...this.t2].filter(page => this.longTerm.has(page)).length;
    if (nL + this.b2.length >= this.c) this.q = Math.min(this.q + 1, 2 * this.c - this.t1.length);
  }
}
