import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface History {
  /** Times of uncorrelated references, the latest first, at most K. */
  readonly times: readonly number[];
  readonly last: number;
}

/** LRU-K by looking at every resident. */
export class LruKTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly k: number;
  private readonly maxRetained: number;
  private readonly period: number;
  private readonly residents = new Map<number, History>();
  /** Oldest eviction first, with bytes as they were. */
  private retained: { readonly id: number; readonly times: readonly number[]; readonly size: number }[] = [];
  private time = 0;

  constructor(context: EvictionContext, k: number, history: number, period: number) {
    this.context = context;
    this.k = k;
    this.maxRetained = Math.floor(history * context.capacity);
    this.period = period;
  }

  hit(id: number): void {
    const { times, last } = this.residents.get(id)!;
    this.time++;
    if (this.time - last <= this.period) this.residents.set(id, { times, last: this.time });
    else
      this.refer(
        id,
        times.map(each => each + last - times[0]!),
      );
  }

  victim(_incoming: number): number {
    const now = this.time + 1;
    const eligible = [...this.residents].filter(([, { last }]) => now - last > this.period);
    if (eligible.length === 0) return [...this.residents].sort(([, a], [, b]) => a.last - b.last)[0]![0];
    const backward = ({ times }: History) => times[this.k - 1] ?? 0;
    return eligible.sort(([, a], [, b]) => backward(a) - backward(b) || a.times[0]! - b.times[0]!)[0]![0];
  }

  evict(incoming: number): number {
    const id = this.victim(incoming);
    const size = this.context.sizes ? this.context.sizes[id]! : 1;
    if (size <= this.maxRetained) this.retained.push({ id, times: this.residents.get(id)!.times, size });
    this.residents.delete(id);
    const others = this.retained.filter(each => each.id !== incoming);
    while (others.reduce((sum, each) => sum + each.size, 0) > this.maxRetained) {
      const oldest = others.shift();
      this.retained = this.retained.filter(each => each !== oldest);
    }
    return id;
  }

  insert(id: number): void {
    const known = this.retained.find(each => each.id === id);
    this.retained = this.retained.filter(each => each !== known);
    this.time++;
    this.refer(id, known?.times ?? []);
  }

  remove(id: number): void {
    this.residents.delete(id);
  }

  private refer(id: number, earlier: readonly number[]): void {
    this.residents.set(id, { times: [this.time, ...earlier].slice(0, this.k), last: this.time });
  }
}
