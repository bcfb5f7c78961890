import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** Bélády's optimum by looking at every resident. It is comparable id by id only where no two next requests are equal. */
export class OptTwin implements EvictionPolicy {
  private readonly nextAccess: Int32Array;
  private readonly bypass: boolean;
  private readonly residents = new Set<number>();

  constructor(context: EvictionContext, bypass: boolean) {
    this.nextAccess = context.nextAccess!;
    this.bypass = bypass;
  }

  hit(_id: number): void {}

  victim(incoming: number): number {
    const next = (id: number) => this.nextAccess[id]!;
    const furthest = [...this.residents].reduce((a, b) => (next(b) > next(a) ? b : a));
    return this.bypass && next(incoming) >= next(furthest) ? incoming : furthest;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.residents.delete(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.add(id);
  }

  remove(id: number): void {
    this.residents.delete(id);
  }
}
