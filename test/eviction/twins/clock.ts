import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** CLOCK as a queue on a plain array: what is passed over goes from the oldest end to the newest. */
export class ClockTwin implements EvictionPolicy {
  private readonly insertFirst: boolean;
  private readonly maxUses: number;
  /** Oldest first. */
  private queue: number[] = [];
  private readonly uses = new Map<number, number>();
  /** The newcomer that stands in the queue while room is made for it. */
  private entered: number | undefined;

  constructor(order: 'evict-first' | 'insert-first', maxUses: number) {
    this.insertFirst = order === 'insert-first';
    this.maxUses = maxUses;
  }

  hit(id: number): void {
    this.uses.set(id, Math.min(this.uses.get(id)! + 1, this.maxUses));
  }

  victim(incoming: number): number {
    if (this.insertFirst) this.enter(incoming);
    while (this.uses.get(this.queue[0]!)! > 0) {
      const oldest = this.queue.shift()!;
      this.uses.set(oldest, this.uses.get(oldest)! - 1);
      this.queue.push(oldest);
    }
    return this.queue[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    if (victim === incoming) this.entered = undefined;
    return victim;
  }

  insert(id: number): void {
    this.enter(id);
    this.entered = undefined;
  }

  remove(id: number): void {
    this.queue = this.queue.filter(each => each !== id);
  }

  private enter(id: number): void {
    if (this.entered === id) return;
    if (this.entered !== undefined) this.remove(this.entered);
    this.entered = id;
    this.queue.push(id);
    this.uses.set(id, 0);
  }
}
