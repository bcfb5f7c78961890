import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Entry {
  readonly id: number;
  readonly uses: number;
  readonly insertedAt: number;
  readonly usedAt: number;
}

/** A rank of an entry, given the time in requests. */
export type Rank = (entry: Entry, now: number) => number;

/** Draws entries from an array whose gaps are filled from its end, and evicts the one of the lowest rank. */
export class SampleRankingTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly rank: Rank;
  private readonly samples: number;
  private readonly entries: Entry[] = [];
  private now = 0;
  private announced: { readonly incoming: number; readonly victim: number } | undefined;

  constructor(context: EvictionContext, samples: number, rank: Rank) {
    this.context = context;
    this.samples = samples;
    this.rank = rank;
  }

  hit(id: number): void {
    const at = this.entries.findIndex(each => each.id === id);
    const entry = this.entries[at]!;
    this.entries[at] = { ...entry, uses: entry.uses + 1, usedAt: this.now++ };
    this.announced = undefined;
  }

  victim(incoming: number): number {
    if (this.announced?.incoming !== incoming) {
      const draw = () => this.entries[Math.floor(this.context.random() * this.entries.length)]!;
      const drawn = Array.from({ length: this.samples }, draw);
      const ranks = drawn.map(each => this.rank(each, this.now));
      this.announced = { incoming, victim: drawn[ranks.indexOf(Math.min(...ranks))]!.id };
    }
    return this.announced.victim;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.entries.push({ id, uses: 1, insertedAt: this.now, usedAt: this.now });
    this.now++;
    this.announced = undefined;
  }

  remove(id: number): void {
    const at = this.entries.findIndex(each => each.id === id);
    const last = this.entries.pop()!;
    if (last.id !== id) this.entries[at] = last;
    this.announced = undefined;
  }
}
