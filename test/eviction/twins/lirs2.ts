import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** LIRS2 on plain arrays, newest first; an instance is a place in the stack. */
export class Lirs2Twin implements EvictionPolicy {
  private readonly lirCapacity: number;
  private readonly nonResidentCapacity: number;
  private readonly stackCapacity: number;
  private stack: Instance[] = [];
  private readonly blocks = new Map<number, Block>();
  private readonly lir = new Set<number>();
  private queue: number[] = [];
  private nonResident: number[] = [];
  private last: number | undefined;

  constructor(context: EvictionContext, hot: number, nonResident: number, stack: number) {
    const { capacity } = context;
    this.lirCapacity = Math.min(capacity - 1, Math.max(1, Math.floor(hot * capacity)));
    this.nonResidentCapacity = Math.floor(nonResident * capacity);
    this.stackCapacity = Math.floor(stack * capacity);
  }

  hit(id: number): void {
    if (this.last !== id) this.access(id);
    this.last = id;
  }

  victim(_incoming: number): number {
    return this.queue.at(-1) ?? this.rMax2()!.id;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.lir.has(victim)) this.remove(victim);
    else this.nonResident.unshift(this.queue.pop()!);
    return victim;
  }

  insert(id: number): void {
    this.last = id;
    const room = this.lir.size < this.lirCapacity;
    this.nonResident = this.nonResident.filter(each => each !== id);
    if (room) this.forget(id);
    if (this.blocks.has(id)) this.access(id);
    else this.enter(id, room);
    while (this.nonResident.length > this.nonResidentCapacity) this.forget(this.nonResident.pop()!);
  }

  remove(id: number): void {
    this.queue = this.queue.filter(each => each !== id);
    this.lir.delete(id);
    this.forget(id);
  }

  private enter(id: number, isLir: boolean): void {
    const block = { first: { id }, second: { id }, accesses: 1 };
    this.blocks.set(id, block);
    this.stack = [block.first, block.second, ...this.stack];
    if (isLir) this.lir.add(id);
    else this.queue.unshift(id);
    this.prune();
  }

  private access(id: number): void {
    const block = this.blocks.get(id)!;
    const { first, second } = block;
    const lowIrr = this.isInS(second) && block.accesses > 1;
    block.accesses++;
    block.first = second;
    block.second = first;
    this.takeOut(second);
    this.stack.unshift(second);
    this.queue = this.queue.filter(each => each !== id);
    if (!this.lir.has(id)) {
      if (lowIrr) this.promote(id);
      else this.queue.unshift(id);
    }
    this.prune();
  }

  private promote(id: number): void {
    const demoted = this.rMax2()!.id;
    const full = this.lir.size === this.lirCapacity;
    this.lir.add(id);
    if (!full) return;
    this.lir.delete(demoted);
    this.queue.unshift(demoted);
  }

  /** The lowest instance 2 of a LIR block. */
  private rMax2(): Instance | undefined {
    return this.stack.findLast(each => this.lir.has(each.id) && this.blocks.get(each.id)!.second === each);
  }

  private isInS(instance: Instance): boolean {
    const rMax2 = this.rMax2();
    return rMax2 !== undefined && this.stack.indexOf(instance) <= this.stack.indexOf(rMax2);
  }

  private prune(): void {
    for (;;) {
      const rMax2 = this.rMax2();
      if (!rMax2 || this.stack.indexOf(rMax2) < this.stackCapacity) return;
      const lowest = this.stack.findLast(each => this.isInS(each) && !this.lir.has(each.id))!;
      this.takeOut(lowest);
      this.stack.splice(this.stack.indexOf(rMax2) + 1, 0, lowest);
    }
  }

  private forget(id: number): void {
    const block = this.blocks.get(id);
    if (!block) return;
    this.takeOut(block.first);
    this.takeOut(block.second);
    this.blocks.delete(id);
  }

  private takeOut(instance: Instance): void {
    this.stack.splice(this.stack.indexOf(instance), 1);
  }
}

interface Instance {
  readonly id: number;
}

interface Block {
  first: Instance;
  second: Instance;
  accesses: number;
}
