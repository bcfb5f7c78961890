import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

interface Entry {
  readonly id: number;
  readonly references: number;
  readonly expires: number;
}

/** A remembered id, with its bytes as they were. */
interface Ghost {
  readonly id: number;
  readonly references: number;
  readonly size: number;
}

/** Multi-queue on plain arrays, oldest first. */
export class MqTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly m: number;
  private readonly lifeTime: number;
  private readonly maxOut: number;
  private queues: Entry[][];
  private out: Ghost[] = [];
  private time = 0;

  constructor(context: EvictionContext, m: number, lifeTime: number, out: number) {
    this.context = context;
    this.m = m;
    this.lifeTime = lifeTime;
    this.maxOut = Math.floor(out * context.capacity);
    this.queues = Array.from({ length: m }, () => []);
  }

  hit(id: number): void {
    const { references } = this.queues.flat().find(entry => entry.id === id)!;
    this.remove(id);
    this.refer(id, references + 1);
  }

  victim(_incoming: number): number {
    return this.queues.flat()[0]!.id;
  }

  evict(incoming: number): number {
    const { id, references } = this.queues.flat()[0]!;
    this.remove(id);
    if (this.sizeOf(id) <= this.maxOut) this.out.push({ id, references, size: this.sizeOf(id) });
    this.trim(incoming);
    return id;
  }

  insert(id: number): void {
    const ghost = this.out.find(each => each.id === id);
    this.out = this.out.filter(each => each !== ghost);
    this.refer(id, 1 + (ghost?.references ?? 0));
  }

  remove(id: number): void {
    this.queues = this.queues.map(queue => queue.filter(entry => entry.id !== id));
  }

  /** Forgets the oldest ghosts; that of the newcomer for whom room is being made does not count. */
  private trim(incoming: number): void {
    const others = this.out.filter(each => each.id !== incoming);
    while (others.reduce((sum, each) => sum + each.size, 0) > this.maxOut) {
      const oldest = others.shift();
      this.out = this.out.filter(each => each !== oldest);
    }
  }

  private refer(id: number, references: number): void {
    const k = Math.min(Math.floor(Math.log2(references)), this.m - 1);
    this.queues[k]!.push({ id, references, expires: this.time + this.lifeTime });
    this.time++;
    for (let above = 1; above < this.m; above++) {
      const [oldest, ...others] = this.queues[above]!;
      if (oldest === undefined || oldest.expires >= this.time) continue;
      this.queues[above] = others;
      this.queues[above - 1]!.push({ ...oldest, expires: this.time + this.lifeTime });
    }
  }

  private sizeOf(id: number): number {
    return this.context.sizes ? this.context.sizes[id]! : 1;
  }
}
