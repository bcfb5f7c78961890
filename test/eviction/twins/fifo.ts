import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** FIFO on a plain array. */
export class FifoTwin implements EvictionPolicy {
  /** Oldest first. */
  private readonly queue: number[] = [];

  hit(_id: number): void {}

  victim(_incoming: number): number {
    return this.queue[0]!;
  }

  evict(_incoming: number): number {
    return this.queue.shift()!;
  }

  insert(id: number): void {
    this.queue.push(id);
  }

  remove(id: number): void {
    this.queue.splice(this.queue.indexOf(id), 1);
  }
}
