import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Entry {
  readonly id: number;
  readonly ratio: number;
  readonly priority: number;
}

/** CAMP on one array, least recently used first. */
export class CampTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly precision: number;
  private entries: Entry[] = [];
  private inflation = 0;
  private largest = 1;

  constructor(context: EvictionContext, precision: number) {
    this.context = context;
    this.precision = precision;
  }

  /** The largest object ever asked for counts, held or not. */
  accepts(incoming: number): boolean {
    this.largest = Math.max(this.largest, this.context.sizes ? this.context.sizes[incoming]! : 1);
    return true;
  }

  hit(id: number): void {
    this.remove(id);
    this.insert(id);
  }

  victim(_incoming: number): number {
    return this.least().id;
  }

  evict(_incoming: number): number {
    const { id } = this.least();
    this.remove(id);
    if (this.entries.length > 0) this.inflation = this.least().priority;
    return id;
  }

  insert(id: number): void {
    const size = this.context.sizes ? this.context.sizes[id]! : 1;
    this.largest = Math.max(this.largest, size);
    const bits = Math.floor(this.largest / size).toString(2);
    const ratio = Number.parseInt(bits.slice(0, this.precision).padEnd(bits.length, '0'), 2);
    this.entries.push({ id, ratio, priority: this.inflation + ratio });
  }

  remove(id: number): void {
    this.entries = this.entries.filter(each => each.id !== id);
  }

  /** Of the heads of the queues, one queue a ratio, the one of the lowest priority. */
  private least(): Entry {
    const heads = this.entries.filter((each, i) => !this.entries.slice(0, i).some(({ ratio }) => ratio === each.ratio));
    return heads.toSorted((a, b) => a.priority - b.priority || a.ratio - b.ratio)[0]!;
  }
}
