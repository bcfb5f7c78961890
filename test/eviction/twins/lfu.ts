import type { EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LFU by looking at every resident. */
export class LfuTwin implements EvictionPolicy {
  private readonly entries = new Map<number, { readonly uses: number; readonly since: number }>();
  private events = 0;

  hit(id: number): void {
    this.entries.set(id, { uses: this.entries.get(id)!.uses + 1, since: this.events++ });
  }

  victim(_incoming: number): number {
    const [least] = [...this.entries].sort(([, a], [, b]) => a.uses - b.uses || a.since - b.since);
    return least![0];
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
