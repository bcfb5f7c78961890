import { type EvictionContext, type EvictionPolicy, NEVER } from '../../../policies/eviction/contract.ts';

/** The largest size times distance among all residents; comparable id by id only where no two next requests are equal. */
export class OptSizeTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly residents = new Set<number>();
  /** By id, the next requests that it had when it was asked for. */
  private readonly known = new Map<number, number>();
  private now = -1;

  constructor(context: EvictionContext) {
    this.context = context;
  }

  accepts(incoming: number): boolean {
    this.tellTime(incoming);
    return this.next(incoming) !== NEVER;
  }

  hit(id: number): void {
    this.tellTime(id);
  }

  victim(incoming: number): number {
    this.tellTime(incoming);
    const occupancy = (id: number) => (this.context.sizes?.[id] ?? 1) * (this.next(id) - this.now);
    const ranked = [...this.residents].sort((a, b) => occupancy(b) - occupancy(a) || this.next(b) - this.next(a));
    return ranked[0]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.residents.delete(victim);
    return victim;
  }

  insert(id: number): void {
    this.tellTime(id);
    this.residents.add(id);
  }

  remove(id: number): void {
    this.residents.delete(id);
  }

  /** A request that was foreseen tells its number, any other comes one after the last; the same one may be told of twice. */
  private tellTime(id: number): void {
    if (this.known.get(id) === this.next(id)) return;
    this.now = Math.max(this.now + 1, this.known.get(id) ?? 0);
    this.known.set(id, this.next(id));
  }

  private next(id: number): number {
    return this.context.nextAccess![id]!;
  }
}
