import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Segmented LRU over equal segments on plain arrays, oldest first; overflow leaves while a hit is under way. */
export class SlruNTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly share: number;
  private segments: number[][];
  private readonly gone: number[] = [];

  constructor(context: EvictionContext, n: number) {
    this.context = context;
    this.share = Math.max(1, Math.floor(context.capacity / n));
    this.segments = Array.from({ length: n }, () => []);
  }

  accepts(incoming: number): boolean {
    return this.length([incoming]) <= this.share;
  }

  hit(id: number): void {
    const at = this.segments.findIndex(segment => segment.includes(id));
    this.remove(id);
    this.push(id, Math.min(at + 1, this.segments.length - 1));
  }

  victim(_incoming: number): number {
    return this.segments.flat()[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const roomy = this.segments.find(segment => this.length([...segment, id]) <= this.share);
    (roomy ?? this.segments[0]!).push(id);
  }

  surplus(): number {
    return this.gone.shift() ?? -1;
  }

  remove(id: number): void {
    this.segments = this.segments.map(segment => segment.filter(each => each !== id));
  }

  private push(id: number, at: number): void {
    const segment = this.segments[at]!;
    segment.push(id);
    while (this.length(segment) > this.share) {
      const coolest = segment.shift()!;
      if (at === 0) this.gone.push(coolest);
      else this.push(coolest, at - 1);
    }
  }

  private length(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + (this.context.sizes ? this.context.sizes[id]! : 1), 0);
  }
}
