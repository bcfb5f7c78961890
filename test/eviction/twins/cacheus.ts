import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

type Expert = 'lru' | 'lfu';

/** CACHEUS on plain arrays, oldest first, and maps. */
export class CacheusTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly adapts: boolean;
  private readonly sample: number;
  private readonly srRoom: number;
  private rRoom: number;
  private sr: number[] = [];
  private overflow: number[] = [];
  private r: number[] = [];
  private h: number[] = [];
  private readonly bytes = new Map<number, number>();
  private readonly uses = new Map<number, number>();
  /** When each id was last used. */
  private readonly usedAt = new Map<number, number>();
  private readonly isNew = new Set<number>();
  private readonly demoted = new Set<number>();
  private readonly evicted: Record<Expert, number[]> = { lru: [], lfu: [] };
  private weight = 0.5;
  private rate: number;
  private rateBefore = 0;
  private ratio = 0;
  private flat = 0;
  private outcomes: boolean[] = [];
  private clock = 0;
  private met: number | undefined;
  private decision: { readonly id: number; readonly expert: Expert | undefined } | undefined;

  constructor(context: EvictionContext, adapts: boolean, rate: number) {
    const half = Math.floor(context.capacity / 2);
    this.context = context;
    this.adapts = adapts;
    this.sample = context.sizes ? context.universe : context.capacity;
    this.srRoom = adapts ? context.capacity : half;
    this.rRoom = half;
    this.rate = rate;
  }

  hit(id: number): void {
    this.decision = undefined;
    this.observe(true);
    this.uses.set(id, this.uses.get(id)! + 1);
    this.usedAt.set(id, this.clock++);
    if (!this.r.includes(id)) {
      if (this.adapts && this.demoted.has(id)) {
        const step = Math.max(1, Math.round(this.newInH() / this.demoted.size)) * this.bytes.get(id)!;
        this.rRoom = Math.min(this.context.capacity - 1, this.rRoom + step);
      }
      this.isNew.delete(id);
    }
    this.drop(id);
    this.enterR(id);
  }

  victim(incoming: number): number {
    this.meet(incoming);
    this.decision ??= this.decide(incoming);
    return this.decision.id;
  }

  evict(incoming: number): number {
    const id = this.victim(incoming);
    const { expert } = this.decision!;
    this.drop(id);
    this.decision = undefined;
    this.h.push(id);
    if (expert) {
      this.evicted[expert].push(id);
      while (this.length(this.evicted[expert]) > Math.floor(this.context.capacity / 2)) this.evicted[expert].shift();
    }
    return id;
  }

  insert(id: number): void {
    this.meet(id);
    this.met = undefined;
    this.decision = undefined;
    const returns = this.h.includes(id);
    if (returns && this.adapts && this.isNew.has(id)) {
      const step = Math.max(1, Math.round(this.demoted.size / this.newInH())) * this.bytes.get(id)!;
      this.rRoom = Math.max(1, this.rRoom - step);
    }
    this.h = this.h.filter(each => each !== id);
    while (this.length(this.h) >= this.context.capacity) this.h.shift();
    this.bytes.set(id, this.size(id));
    this.uses.set(id, returns ? this.uses.get(id)! + 1 : 1);
    this.usedAt.set(id, this.clock++);
    if (returns) {
      this.isNew.delete(id);
      this.enterR(id);
    } else {
      this.isNew.add(id);
      this.enterSr(id);
    }
  }

  remove(id: number): void {
    this.decision = undefined;
    this.drop(id);
  }

  private decide(incoming: number): { id: number; expert: Expert | undefined } {
    const [lru] = [...this.overflow, ...this.sr, ...this.r];
    const [lfu] = [...this.sr, ...this.overflow, ...this.r].sort(
      (a, b) => this.uses.get(a)! - this.uses.get(b)! || this.usedAt.get(b)! - this.usedAt.get(a)!,
    );
    const full = this.length([...this.sr, ...this.r]) + this.size(incoming) > this.context.capacity;
    if (lru === lfu || !(full || this.adapts)) return { id: lru!, expert: undefined };
    const followsLru = Math.floor(this.context.random() * 100) < 100 * this.weight;
    return followsLru ? { id: lru!, expert: 'lru' } : { id: lfu!, expert: 'lfu' };
  }

  private meet(incoming: number): void {
    if (this.met === incoming) return;
    this.met = incoming;
    this.observe(false);
    for (const expert of ['lru', 'lfu'] as const) {
      if (!this.evicted[expert].includes(incoming)) continue;
      this.evicted[expert] = this.evicted[expert].filter(each => each !== incoming);
      const lru = this.weight * (expert === 'lru' ? Math.exp(-this.rate) : 1) + 1e-10;
      const lfu = (1 - this.weight) * (expert === 'lfu' ? Math.exp(-this.rate) : 1) + 1e-10;
      this.weight = lru / (lru + lfu);
    }
  }

  private observe(hit: boolean): void {
    if (!this.adapts) return;
    this.outcomes.push(hit);
    if (this.outcomes.length < this.sample) return;
    const ratio = this.outcomes.filter(Boolean).length / this.sample;
    const rise = ratio - this.ratio;
    const change = this.rate - this.rateBefore;
    this.outcomes = [];
    this.ratio = ratio;
    this.rateBefore = this.rate;
    if (change !== 0) {
      this.rate = Math.max(0.001, this.rate + (rise * change > 0 ? 1 : -1) * Math.abs(this.rate * change));
      this.flat = 0;
    } else if (ratio === 0 || rise <= 0) {
      this.flat++;
      if (this.flat === 10) {
        this.flat = 0;
        this.rate = 0.001 + 0.999 * this.context.random();
      }
    }
  }

  private enterSr(id: number): void {
    this.sr.push(id);
    while (this.length(this.sr) > this.srRoom) this.overflow.push(this.sr.shift()!);
  }

  private enterR(id: number): void {
    this.r.push(id);
    while (this.length(this.r) > this.rRoom) {
      const oldest = this.r.shift()!;
      this.demoted.add(oldest);
      this.enterSr(oldest);
    }
  }

  /** Takes a resident out of its list. */
  private drop(id: number): void {
    const without = (ids: readonly number[]) => ids.filter(each => each !== id);
    this.sr = without(this.sr);
    this.overflow = without(this.overflow);
    this.r = without(this.r);
    this.demoted.delete(id);
  }

  private newInH(): number {
    return this.h.filter(id => this.isNew.has(id)).length;
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
