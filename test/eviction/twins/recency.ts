import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LRU and MRU on a plain array. */
export class RecencyTwin implements EvictionPolicy {
  private readonly evicts: 'oldest' | 'newest';
  /** Oldest first. */
  private queue: number[] = [];

  constructor(evicts: 'oldest' | 'newest') {
    this.evicts = evicts;
  }

  hit(id: number): void {
    this.remove(id);
    this.queue.push(id);
  }

  victim(_incoming: number): number {
    return this.queue.at(this.evicts === 'oldest' ? 0 : -1)!;
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
    this.queue = this.queue.filter(each => each !== id);
  }
}
