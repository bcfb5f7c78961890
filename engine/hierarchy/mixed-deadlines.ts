import { DeadlineHeap, type DeadlineRing, type Deadlines } from './deadlines.ts';

/** Ids that name no lifetime of their own, and when those that do are due. */
interface MixedLifetimes {
  /** Seconds by id; unchanged as long as the id waits. */
  readonly lifetimes: Float64Array;
  /** Seconds that an id may live that names no lifetime of its own; `Infinity` for ever. */
  readonly usual: number;
  /** Gives the deadline of an id that does, in seconds. */
  due(id: number): number;
}

/**
 * Nearly all entries live equally long: those wait in a ring, or not at all where they live for ever. The others wait in a heap, which
 * is made for the first of them, so that a host whose requests could name lifetimes pays nothing until one does.
 */
export class MixedDeadlines implements Deadlines {
  private readonly ring: DeadlineRing;
  private heap: DeadlineHeap | null = null;
  private readonly lifetimes: Float64Array;
  private readonly usual: number;
  private readonly due: (id: number) => number;

  /** @param ring for the usual lifetime */
  constructor(ring: DeadlineRing, { lifetimes, usual, due }: MixedLifetimes) {
    this.ring = ring;
    this.lifetimes = lifetimes;
    this.usual = usual;
    this.due = due;
  }

  add(id: number): boolean {
    if (this.isUsual(id)) return this.ring.deadlineOf(id) < Number.POSITIVE_INFINITY && this.ring.add(id);
    this.heap ??= new DeadlineHeap(this.lifetimes.length, this.due);
    return this.heap.add(id);
  }

  remove(id: number): void {
    if (this.heap && !this.isUsual(id)) this.heap.remove(id);
  }

  first(): number {
    const usual = this.firstInRing();
    const other = this.heap ? this.heap.first() : -1;
    if (usual < 0 || other < 0) return usual < 0 ? other : usual;
    return this.ring.deadlineOf(usual) <= this.heap!.deadlineOf(other) ? usual : other;
  }

  takeFirst(): number {
    const id = this.first();
    return this.isUsual(id) ? this.ring.takeFirst() : this.heap!.takeFirst();
  }

  deadlineOf(id: number): number {
    return this.isUsual(id) ? this.ring.deadlineOf(id) : this.heap!.deadlineOf(id);
  }

  private isUsual(id: number): boolean {
    return this.lifetimes[id] === this.usual;
  }

  /** Stored again at the same time with a lifetime of its own, an id waits in the heap: the ring cannot know. */
  private firstInRing(): number {
    const { ring } = this;
    let id = ring.first();
    for (; id >= 0 && !this.isUsual(id); id = ring.first()) ring.takeFirst();
    return id;
  }
}
