import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** GD-Wheel on plain arrays, oldest first, whose hands take every step; a byte is worth the more the smaller the entry. */
export class GdWheelTwin implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly queues: number;
  private readonly wheels: number[][][];
  private readonly hands: number[];
  private readonly cost = new Map<number, number>();
  private largest = 1;

  constructor(context: EvictionContext, wheels: number, queues: number) {
    this.context = context;
    this.queues = queues;
    this.wheels = Array.from({ length: wheels }, () => Array.from({ length: queues }, () => []));
    this.hands = Array(wheels).fill(0);
  }

  hit(id: number): void {
    this.remove(id);
    this.insert(id);
  }

  victim(_incoming: number): number {
    for (;;) {
      const [oldest] = this.wheels[0]![this.hands[0]!]!;
      if (oldest !== undefined) return oldest;
      this.step(0);
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const size = this.context.sizes ? this.context.sizes[id]! : 1;
    this.largest = Math.max(this.largest, size);
    const most = this.queues ** this.wheels.length - 1;
    const cost = Math.min(Math.floor(this.largest / size), most);
    this.cost.set(id, cost);
    const counts = this.wheels.map((_, level) => Math.round(cost / this.queues ** level) > 0);
    this.put(id, counts.lastIndexOf(true), cost);
  }

  remove(id: number): void {
    this.wheels.forEach((wheel, level) => {
      this.wheels[level] = wheel.map(queue => queue.filter(each => each !== id));
    });
  }

  private put(id: number, level: number, cost: number): void {
    const ahead = Math.round(cost / this.queues ** level) + this.hands[level]!;
    this.wheels[level]![ahead % this.queues]!.push(id);
  }

  private step(level: number): void {
    this.hands[level] = (this.hands[level]! + 1) % this.queues;
    const above = level + 1;
    if (this.hands[level] !== 0 || above === this.wheels.length) return;
    this.step(above);
    const migrants = this.wheels[above]![this.hands[above]!]!.splice(0);
    for (const id of migrants) this.put(id, level, this.cost.get(id)! % this.queues ** above);
  }
}
