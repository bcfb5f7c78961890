import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Entry {
  readonly uses: number;
  readonly priority: number;
  readonly lastUse: number;
}

/** GreedyDual-Size, with or without frequency, by looking at every resident. */
export class GreedyDualTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly countsUses: boolean;
  private readonly entries = new Map<number, Entry>();
  private inflation = 0;
  private events = 0;

  constructor(context: EvictionContext, countsUses: boolean) {
    this.context = context;
    this.countsUses = countsUses;
  }

  hit(id: number): void {
    this.use(id, this.countsUses ? this.entries.get(id)!.uses + 1 : 1);
  }

  victim(_incoming: number): number {
    const [least] = [...this.entries].sort(([, a], [, b]) => a.priority - b.priority || a.lastUse - b.lastUse);
    return least![0];
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.inflation = this.entries.get(victim)!.priority;
    this.entries.delete(victim);
    return victim;
  }

  insert(id: number): void {
    this.use(id, 1);
  }

  remove(id: number): void {
    this.entries.delete(id);
  }

  private use(id: number, uses: number): void {
    const size = this.context.sizes ? this.context.sizes[id]! : 1;
    // The same operations in the same order as in the original, or ties would break differently.
    const priority = this.inflation + (uses * 1e6) / size;
    this.entries.set(id, { uses, priority, lastUse: this.events++ });
  }
}
