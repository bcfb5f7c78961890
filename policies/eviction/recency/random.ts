import { ResidentTable } from '../../structures/resident-table.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/** Evicts a resident entry drawn with equal chances. */
class Random implements EvictionPolicy {
  private readonly context;
  private readonly residents;
  /** Drawn by `victim` among these very residents; -1 for none. */
  private drawn = -1;
  /** Who it was drawn for: refused newcomers do not all meet the same resident. */
  private newcomer = -1;

  constructor(context: EvictionContext) {
    this.context = context;
    this.residents = new ResidentTable(context.universe);
  }

  hit(_id: number): void {}

  victim(incoming: number): number {
    if (this.drawn < 0 || this.newcomer !== incoming) this.drawn = this.residents.draw(this.context.random());
    this.newcomer = incoming;
    return this.drawn;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.insert(id);
    this.drawn = -1;
  }

  remove(id: number): void {
    this.residents.remove(id);
    this.drawn = -1;
  }

  remembers(id: number): boolean {
    return this.drawn >= 0 && this.newcomer === id;
  }
}

export const random = defineEviction({
  name: 'random',
  summary: 'Evicts an entry drawn with equal chances',
  about:
    'Evicts any resident with equal chances. It needs no order at all, degrades gracefully on loops, where LRU ' +
    'fails, and marks what a policy must beat to have learned anything.',
  paper: null,
  parameters: {},
  capabilities: { sized: true, randomised: true },
  create: context => new Random(context),
});
