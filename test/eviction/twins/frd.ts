import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** FRD on plain arrays, newest first; the reuse distance stack holds residents of its own and history of all others. */
export class FrdTwin implements EvictionPolicy {
  private readonly mainCapacity: number;
  private filter: number[] = [];
  private stack: number[] = [];
  private readonly main = new Set<number>();
  private evicting = false;

  constructor(context: EvictionContext, main: number) {
    this.mainCapacity = Math.min(context.capacity - 1, Math.floor(main * context.capacity));
  }

  hit(id: number): void {
    if (this.filter.includes(id)) this.filter = [id, ...without(this.filter, id)];
    this.stack = [id, ...without(this.stack, id)];
    if (this.main.has(id)) this.prune();
  }

  victim(incoming: number): number {
    const remembered = this.stack.includes(incoming) && this.main.size > 0;
    return remembered || this.filter.length === 0 ? this.stack.at(-1)! : this.filter.at(-1)!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.evicting = true;
    if (this.main.has(victim)) this.remove(victim);
    else this.filter.pop();
    return victim;
  }

  insert(id: number): void {
    this.stack = without(this.stack, id);
    if (this.main.size < this.mainCapacity) this.main.add(id);
    else this.filter.unshift(id);
    if (this.main.has(id) || this.evicting) this.stack.unshift(id);
    if (this.main.has(id)) this.prune();
  }

  remove(id: number): void {
    this.filter = without(this.filter, id);
    this.stack = without(this.stack, id);
    if (this.main.delete(id)) this.prune();
  }

  private prune(): void {
    while (this.stack.length > 0 && !this.main.has(this.stack.at(-1)!)) this.stack.pop();
  }
}

function without(ids: readonly number[], id: number): number[] {
  return ids.filter(each => each !== id);
}
