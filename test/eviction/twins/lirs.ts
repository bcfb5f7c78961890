import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LIRS on plain arrays: the top of the stack and the newest end of the queues come first. */
export class LirsTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly lirCapacity: number;
  private readonly nonResidentCapacity: number;
  private stack: number[] = [];
  /** Resident HIR. */
  private queue: number[] = [];
  private nonResident: number[] = [];
  private readonly lir = new Set<number>();
  /** Bytes as they were on insertion. */
  private readonly bytes = new Map<number, number>();

  constructor(context: EvictionContext, hot: number, nonResident: number) {
    this.context = context;
    this.lirCapacity = Math.min(context.capacity - 1, Math.max(1, Math.floor(hot * context.capacity)));
    this.nonResidentCapacity = Math.floor(nonResident * context.capacity);
  }

  hit(id: number): void {
    if (this.lir.has(id)) this.pushStack(id);
    else this.request(id, this.stack.includes(id) && this.stack[0] !== id);
    this.prune();
  }

  victim(_incoming: number): number {
    return this.queue.at(-1) ?? this.stack.at(-1)!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.queue.includes(victim) && this.stack.includes(victim)) {
      this.queue.pop();
      this.nonResident.unshift(victim);
    } else this.remove(victim);
    this.prune();
    return victim;
  }

  insert(id: number): void {
    const remembered = this.nonResident.includes(id);
    this.nonResident = without(this.nonResident, id);
    while (this.length(this.nonResident) > this.nonResidentCapacity)
      this.stack = without(this.stack, this.nonResident.pop()!);
    this.bytes.set(id, this.context.sizes ? this.context.sizes[id]! : 1);
    this.request(id, remembered);
  }

  remove(id: number): void {
    this.stack = without(this.stack, id);
    this.queue = without(this.queue, id);
    if (this.lir.delete(id)) this.prune();
  }

  /** A HIR id is requested, resident or just about to be. */
  private request(id: number, lowIrr: boolean): void {
    const size = this.bytes.get(id)!;
    this.pushStack(id);
    this.queue = without(this.queue, id);
    if (size + this.length(this.lir) <= this.lirCapacity || (lowIrr && size <= this.lirCapacity)) this.lir.add(id);
    else this.queue.unshift(id);
    while (this.length(this.lir) > this.lirCapacity) {
      this.prune();
      const bottom = this.stack.pop()!;
      this.lir.delete(bottom);
      this.queue.unshift(bottom);
      this.prune();
    }
  }

  private pushStack(id: number): void {
    this.stack = [id, ...without(this.stack, id)];
  }

  private prune(): void {
    while (this.stack.length > 0 && !this.lir.has(this.stack.at(-1)!))
      this.nonResident = without(this.nonResident, this.stack.pop()!);
  }

  private length(ids: Iterable<number>): number {
    return [...ids].reduce((sum, id) => sum + this.bytes.get(id)!, 0);
  }
}

function without(ids: readonly number[], id: number): number[] {
  return ids.filter(each => each !== id);
}
