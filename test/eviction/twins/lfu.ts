import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LFU and MFU by looking at every resident. */
export class LfuTwin implements EvictionPolicy {
  private readonly evicts: 'least used' | 'most used';
  private readonly entries = new Map<number, { readonly uses: number; readonly since: number }>();
  private events = 0;

  constructor(evicts: 'least used' | 'most used') {
    this.evicts = evicts;
  }

  hit(id: number): void {
    this.entries.set(id, { uses: this.entries.get(id)!.uses + 1, since: this.events++ });
  }

  victim(_incoming: number): number {
    const sign = this.evicts === 'least used' ? 1 : -1;
    const [first] = [...this.entries].sort(([, a], [, b]) => sign * (a.uses - b.uses) || a.since - b.since);
    return first![0];
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.entries.set(id, { uses: 1, since: this.events++ });
  }

  remove(id: number): void {
    this.entries.delete(id);
  }
}
