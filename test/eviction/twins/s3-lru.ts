import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** S3-LRU on plain arrays, oldest first. */
export class S3LruTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly smallRoom: number;
  private readonly ghostRoom: number;
  private readonly threshold: number;
  private small: number[] = [];
  private main: number[] = [];
  private ghosts: number[] = [];
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
    const hits = this.hits.get(id)! + 1;
    const isMain = this.main.includes(id) || hits >= this.threshold;
    this.hits.set(id, hits);
    this.remove(id);
    if (isMain) this.main.push(id);
    else this.small.push(id);
  }

  victim(_incoming: number): number {
    const mainRoom = Math.max(1, this.context.capacity - this.smallRoom);
    return this.length(this.main) > mainRoom || this.small.length === 0 ? this.main[0]! : this.small[0]!;
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
    this.hits.set(id, 0);
    if (remembered) this.main.push(id);
    else this.small.push(id);
  }

  remove(id: number): void {
    this.small = this.small.filter(each => each !== id);
    this.main = this.main.filter(each => each !== id);
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
