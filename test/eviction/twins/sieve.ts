import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** SIEVE on a plain array. */
export class SieveTwin implements EvictionPolicy {
  /** Oldest first. */
  private readonly queue: number[] = [];
  private readonly visited = new Set<number>();
  private hand: number | undefined;

  hit(id: number): void {
    this.visited.add(id);
  }

  victim(_incoming: number): number {
    let at = this.hand === undefined ? 0 : this.queue.indexOf(this.hand);
    while (this.visited.delete(this.queue[at]!)) at = (at + 1) % this.queue.length;
    this.hand = this.queue[at]!;
    return this.hand;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.queue.push(id);
  }

  remove(id: number): void {
    const at = this.queue.indexOf(id);
    if (this.hand === id) this.hand = this.queue[at + 1];
    this.queue.splice(at, 1);
    this.visited.delete(id);
  }
}
