import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** S4LRU on plain arrays, oldest first. */
export class S4LruTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private queues: number[][] = [[], [], [], []];

  constructor(context: EvictionContext) {
    this.context = context;
  }

  hit(id: number): void {
    const quarter = Math.floor(this.context.capacity / 4);
    const level = this.queues.findIndex(queue => queue.includes(id));
    this.remove(id);
    if (this.length([id]) > quarter) {
      this.queues[level]!.push(id);
      return;
    }
    this.queues[Math.min(level + 1, 3)]!.push(id);
    for (const above of [3, 2, 1])
      while (this.length(this.queues[above]!) > quarter) this.queues[above - 1]!.push(this.queues[above]!.shift()!);
  }

  victim(_incoming: number): number {
    return this.queues.flat()[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.queues[0]!.push(id);
  }

  remove(id: number): void {
    this.queues = this.queues.map(queue => queue.filter(each => each !== id));
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + (this.context.sizes ? this.context.sizes[id]! : 1), 0);
  }
}
