import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** 2Q on plain arrays, oldest first. */
export class TwoQueueTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly kin: number;
  private readonly kout: number;
  private a1in: number[] = [];
  private a1out: number[] = [];
  private am: number[] = [];
  /** Bytes as they were on insertion. */
  private readonly bytes = new Map<number, number>();
  /** The newcomer that A1out remembered when room was first made for it. */
  private recalled: number | undefined;

  constructor(context: EvictionContext, inShare: number, outShare: number) {
    this.context = context;
    this.kin = Math.max(1, Math.floor(inShare * context.capacity));
    this.kout = Math.max(1, Math.floor(outShare * context.capacity));
  }

  hit(id: number): void {
    if (!this.am.includes(id)) return;
    this.remove(id);
    this.am.push(id);
  }

  victim(_incoming: number): number {
    if (this.length(this.a1in) > this.kin) return this.a1in[0]!;
    return [...this.am, ...this.a1in][0]!;
  }

  evict(incoming: number): number {
    this.recall(incoming);
    const victim = this.victim(incoming);
    if (this.a1in.includes(victim) && this.length([victim]) <= this.kout) {
      this.a1out.push(victim);
      while (this.length(this.a1out) > this.kout) this.a1out.shift();
    }
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.recall(id);
    this.bytes.set(id, this.context.sizes ? this.context.sizes[id]! : 1);
    if (this.recalled === id) this.am.push(id);
    else this.a1in.push(id);
    this.recalled = undefined;
  }

  remove(id: number): void {
    this.a1in = this.a1in.filter(each => each !== id);
    this.am = this.am.filter(each => each !== id);
  }

  private recall(incoming: number): void {
    if (!this.a1out.includes(incoming)) return;
    this.a1out = this.a1out.filter(each => each !== incoming);
    this.recalled = incoming;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
