import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** S3-FIFO on plain arrays, oldest first. */
export class S3FifoTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly smallCapacity: number;
  private readonly ghostCapacity: number;
  private readonly threshold: number;
  private small: number[] = [];
  private main: number[] = [];
  private ghost: number[] = [];
  private readonly freq = new Map<number, number>();
  /** Bytes as they were on insertion. */
  private readonly bytes = new Map<number, number>();
  private found: number | undefined;
  private fillsMain: boolean;

  constructor(context: EvictionContext, small: number, ghost: number, threshold: number, fillsMain = false) {
    this.fillsMain = fillsMain;
    this.context = context;
    this.smallCapacity = Math.max(1, Math.floor(small * context.capacity));
    this.ghostCapacity = Math.floor(ghost * context.capacity);
    this.threshold = threshold;
  }

  accepts(incoming: number): boolean {
    return this.size(incoming) <= this.smallCapacity;
  }

  hit(id: number): void {
    this.freq.set(id, this.freq.get(id)! + 1);
    if (this.found === id) this.found = undefined;
  }

  victim(_incoming: number): number {
    this.found ??= this.search();
    return this.found;
  }

  evict(incoming: number): number {
    this.fillsMain = false;
    const victim = this.victim(incoming);
    if (this.small.includes(victim)) this.ghost.push(victim);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const remembered = this.ghost.includes(id);
    this.ghost = this.ghost.filter(each => each !== id);
    while (this.length(this.ghost) > this.ghostCapacity) this.ghost.shift();
    const cold = this.fillsMain && this.length(this.small) >= this.smallCapacity;
    if (remembered || cold) this.main.push(id);
    else this.small.push(id);
    this.freq.set(id, 0);
    this.bytes.set(id, this.size(id));
  }

  remove(id: number): void {
    this.small = this.small.filter(each => each !== id);
    this.main = this.main.filter(each => each !== id);
    if (this.found === id) this.found = undefined;
  }

  private search(): number {
    const mainCapacity = Math.max(1, this.context.capacity - this.smallCapacity);
    if (this.length(this.main) <= mainCapacity)
      while (this.small.length > 0) {
        const oldest = this.small[0]!;
        if (this.freq.get(oldest)! < this.threshold) return oldest;
        this.main.push(this.small.shift()!);
        this.freq.set(oldest, 0);
      }
    for (;;) {
      const oldest = this.main[0]!;
      const freq = this.freq.get(oldest)!;
      if (freq === 0) return oldest;
      this.main.push(this.main.shift()!);
      this.freq.set(oldest, Math.min(freq, 3) - 1);
    }
  }

  private size(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}
