import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Largest first, on the binary heap of a textbook: it decides among equals, so the order of its swaps is part of the rule. */
export class SizeTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  /** The children of the entry at i are at 2i + 1 and 2i + 2. */
  private readonly heap: number[] = [];

  constructor(context: EvictionContext) {
    this.context = context;
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.heap[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.heap.push(id);
    this.up(this.heap.length - 1);
  }

  remove(id: number): void {
    const hole = this.heap.indexOf(id);
    const last = this.heap.pop()!;
    if (last === id) return;
    this.heap[hole] = last;
    this.down(this.up(hole));
  }

  private up(at: number): number {
    const parent = Math.floor((at - 1) / 2);
    if (at === 0 || this.size(parent) >= this.size(at)) return at;
    this.swap(at, parent);
    return this.up(parent);
  }

  private down(at: number): void {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const larger = this.size(right) > this.size(left) ? right : left;
    if (this.size(larger) <= this.size(at)) return;
    this.swap(at, larger);
    this.down(larger);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }

  /** Of the entry at a place; 0 beyond the end. */
  private size(at: number): number {
    const id = this.heap[at];
    return id === undefined ? 0 : this.context.sizes ? this.context.sizes[id]! : 1;
  }
}
