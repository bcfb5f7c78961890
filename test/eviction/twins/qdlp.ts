import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** QD-LP on plain arrays, oldest first. */
export class QdlpTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly smallRoom: number;
  private readonly ghostRoom: number;
  private readonly threshold: number;
  private small: number[] = [];
  private main: number[] = [];
  private ghosts: number[] = [];
  private leaving: number[] = [];
  private readonly hits = new Map<number, number>();
  /** Bytes as they were on insertion. */
  private readonly bytes = new Map<number, number>();

  constructor(context: EvictionContext, small: number, ghost: number, threshold: number) {
    this.context = context;
    this.smallRoom = Math.max(1, Math.floor(small * context.capacity));
    this.ghostRoom = Math.floor(ghost * context.capacity);
    this.threshold = threshold;
  }

  accepts(incoming: number): boolean {
    return this.size(incoming) <= this.smallRoom;
  }

  hit(id: number): void {
    if (this.leaving.includes(id)) {
      this.remove(id);
      this.small.push(id);
      this.hits.set(id, 0);
    } else {
      const most = this.main.includes(id) ? 3 : Number.POSITIVE_INFINITY;
      this.hits.set(id, Math.min(most, this.hits.get(id)! + 1));
    }
  }

  victim(_incoming: number): number {
    while (this.leaving.length === 0 && this.small.length > 0) {
      if (this.hits.get(this.small[0]!)! < this.threshold) return this.small[0]!;
      this.promote(this.small.shift()!);
    }
    return this.leaving[0] ?? this.turn();
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.small.includes(victim)) this.ghosts.push(victim);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const remembered = this.ghosts.includes(id);
    this.ghosts = this.ghosts.filter(each => each !== id);
    while (this.length(this.ghosts) > this.ghostRoom) this.ghosts.shift();
    this.bytes.set(id, this.size(id));
    if (remembered) this.promote(id);
    else {
      this.small.push(id);
      this.hits.set(id, 0);
    }
  }

  surplus(): number {
    return this.leaving.shift() ?? -1;
  }

  remove(id: number): void {
    this.small = this.small.filter(each => each !== id);
    this.main = this.main.filter(each => each !== id);
    this.leaving = this.leaving.filter(each => each !== id);
  }

  private promote(id: number): void {
    const room = Math.max(1, this.context.capacity - this.smallRoom);
    while (this.main.length > 0 && this.length([...this.main, id]) > room) {
      const victim = this.turn();
      this.main.shift();
      this.leaving.push(victim);
    }
    this.main.push(id);
    this.hits.set(id, 0);
  }

  /** The CLOCK passes over those that were hit. */
  private turn(): number {
    for (;;) {
      const oldest = this.main[0]!;
      const hits = this.hits.get(oldest)!;
      if (hits === 0) return oldest;
      this.hits.set(oldest, hits - 1);
      this.main.push(this.main.shift()!);
    }
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
