import { ResidentTable } from '../../structures/resident-table.ts';
import type { EvictionContext, EvictionPolicy } from '../contract.ts';

/** By what the drawn entries are ranked: the lowest rank leaves. */
export type Ranking = 'lru' | 'lfu' | 'mru' | 'mfu' | 'fifo' | 'hyperbolic';

/**
 * Draws a few residents with equal chances, with replacement, and evicts the one that another policy would evict among them;
 * of equal ones the one drawn first. What a policy knows of an entry is two numbers: its uses since insertion, and a time in
 * requests, of insertion or of the last use.
 */
export class SampleRanking implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly ranking: Ranking;
  private readonly samples: number;
  private readonly residents: ResidentTable;
  private readonly uses: Float64Array;
  private readonly since: Float64Array;
  /** Whether `since` is the time of the last use. */
  private readonly byRecency: boolean;
  private now = 0;
  /** Chosen by `victim` for this newcomer, as long as nothing has happened since; else -1. */
  private chosen = -1;
  private chosenFor = -1;

  constructor(context: EvictionContext, ranking: Ranking, samples: number) {
    this.context = context;
    this.ranking = ranking;
    this.samples = samples;
    this.residents = new ResidentTable(context.universe);
    this.uses = new Float64Array(context.universe);
    this.since = new Float64Array(context.universe);
    this.byRecency = ranking === 'lru' || ranking === 'mru';
  }

  hit(id: number): void {
    this.uses[id]!++;
    if (this.byRecency) this.since[id] = this.now;
    this.now++;
    this.chosen = -1;
  }

  victim(incoming: number): number {
    if (this.chosen >= 0 && this.chosenFor === incoming) return this.chosen;
    let victim = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.samples; i++) {
      const id = this.residents.draw(this.context.random());
      const rank = this.rank(id);
      if (rank < lowest) {
        victim = id;
        lowest = rank;
      }
    }
    this.chosen = victim;
    this.chosenFor = incoming;
    return victim;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.insert(id);
    this.uses[id] = 1;
    this.since[id] = this.now++;
    this.chosen = -1;
  }

  remove(id: number): void {
    this.residents.remove(id);
    this.chosen = -1;
  }

  remembers(id: number): boolean {
    return this.chosen >= 0 && this.chosenFor === id;
  }

  private rank(id: number): number {
    switch (this.ranking) {
      case 'lru':
      case 'fifo':
        return this.since[id]!;
      case 'mru':
        return -this.since[id]!;
      case 'lfu':
        return this.uses[id]!;
      case 'mfu':
        return -this.uses[id]!;
      case 'hyperbolic':
        return this.uses[id]! / (this.now - this.since[id]!);
    }
  }
}
