import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** ARC on plain arrays, newest first. */
export class ArcTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly integer: boolean;
  private p = 0;
  private t1: number[] = [];
  private t2: number[] = [];
  private b1: number[] = [];
  private b2: number[] = [];
  /** Bytes as they were on insertion. */
  private readonly bytes = new Map<number, number>();
  private adaptedFor: number | undefined;

  constructor(context: EvictionContext, integer: boolean) {
    this.context = context;
    this.integer = integer;
  }

  hit(id: number): void {
    this.remove(id);
    this.t2 = [id, ...this.t2];
  }

  victim(incoming: number): number {
    this.adapt(incoming);
    const lengthOfT1 = this.length(this.t1);
    const fromT1 =
      this.t2.length === 0 ||
      this.dropsTailOfT1(incoming) ||
      lengthOfT1 > this.p ||
      (lengthOfT1 === this.p && this.b2.includes(incoming));
    return fromT1 && this.t1.length > 0 ? this.t1.at(-1)! : this.t2.at(-1)!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const dropped = this.dropsTailOfT1(incoming);
    if (!this.isGhost(incoming)) {
      const all = this.length([...this.t1, ...this.t2, ...this.b1, ...this.b2]);
      if (this.l1IsFull(incoming)) this.b1.pop();
      else if (all >= 2 * this.context.capacity) this.b2.pop();
    }
    if (this.t1.includes(victim)) {
      if (!dropped) this.b1 = [victim, ...this.b1];
    } else this.b2 = [victim, ...this.b2];
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.adapt(id);
    this.adaptedFor = undefined;
    if (this.isGhost(id)) this.t2 = [id, ...this.t2];
    else this.t1 = [id, ...this.t1];
    this.b1 = this.b1.filter(each => each !== id);
    this.b2 = this.b2.filter(each => each !== id);
    this.bytes.set(id, this.size(id));
  }

  remove(id: number): void {
    this.t1 = this.t1.filter(each => each !== id);
    this.t2 = this.t2.filter(each => each !== id);
  }

  private adapt(incoming: number): void {
    if (this.adaptedFor === incoming) return;
    this.adaptedFor = incoming;
    const b1 = this.length(this.b1);
    const b2 = this.length(this.b2);
    const step = (ratio: number) => Math.max(this.integer ? Math.trunc(ratio) : ratio, 1);
    if (this.b1.includes(incoming)) this.p = Math.min(this.context.capacity, this.p + step(b2 / Math.max(b1, 1)));
    if (this.b2.includes(incoming)) this.p = Math.max(0, this.p - step(b1 / Math.max(b2, 1)));
  }

  private isGhost(id: number): boolean {
    return this.b1.includes(id) || this.b2.includes(id);
  }

  private l1IsFull(incoming: number): boolean {
    return this.length([...this.t1, ...this.b1]) + this.size(incoming) > this.context.capacity;
  }

  private dropsTailOfT1(incoming: number): boolean {
    return !this.isGhost(incoming) && this.l1IsFull(incoming) && this.b1.length === 0;
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
