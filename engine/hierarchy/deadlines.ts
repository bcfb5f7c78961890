import type { Clock } from './clock.ts';

/** Ids by the time at which something is due to happen to them. */
export interface Deadlines {
  /** @returns whether its time may come before that of all who wait already */
  add(id: number): boolean;
  /** The id must be waiting. */
  remove(id: number): void;
  /** The id whose time comes first, or -1. */
  first(): number;
  /** That id, which there must be, waits no more. */
  takeFirst(): number;
  /** Seconds: when the time of a waiting id comes. */
  deadlineOf(id: number): number;
}

/** Entries that a ring has room for at first: what was removed is dropped only when there is no room, so that it is done seldom. */
const FIRST_LENGTH = 4_096;

/**
 * The same delay for all, counted from a stamp that never lies before those added earlier: a ring of ids and stamps. Adding
 * writes to its end, removing does nothing: an id that has left, or has a new stamp, is skipped when its turn comes.
 */
export class DeadlineRing implements Deadlines {
  private ids = new Int32Array(FIRST_LENGTH);
  private stamps = new Float64Array(FIRST_LENGTH);
  /** Number of the oldest entry, and of the next to be added; their places are these modulo the length. */
  private oldest = 0;
  private next = 0;
  private readonly clocks: Float64Array;
  private readonly clock: number;
  private readonly time: Clock;
  private readonly delay: number;
  private readonly where: Uint16Array;
  private readonly stores: number;

  /**
   * @param clocks two stamps by id
   * @param clock which of the two counts; it is now when the id is added
   * @param time tells what time it is
   * @param where the column of residencies
   * @param stores bits of the stores in which an id may be that waits here
   */
  constructor(clocks: Float64Array, clock: number, time: Clock, delay: number, where: Uint16Array, stores: number) {
    this.clocks = clocks;
    this.clock = clock;
    this.time = time;
    this.delay = delay;
    this.where = where;
    this.stores = stores;
  }

  add(id: number): boolean {
    if (this.next - this.oldest === this.ids.length) this.makeRoom();
    const alone = this.next === this.oldest;
    const at = this.next++ & (this.ids.length - 1);
    this.ids[at] = id;
    this.stamps[at] = this.time.now;
    return alone;
  }

  remove(_id: number): void {}

  first(): number {
    const mask = this.ids.length - 1;
    for (; this.oldest < this.next; this.oldest++) {
      if (this.isCurrent(this.oldest & mask)) return this.ids[this.oldest & mask]!;
    }
    return -1;
  }

  takeFirst(): number {
    const id = this.first();
    this.oldest++;
    return id;
  }

  deadlineOf(id: number): number {
    return this.stampOf(id) + this.delay;
  }

  /** Whether the entry still waits: it is where it was, and began to wait at this stamp. */
  private isCurrent(at: number): boolean {
    const id = this.ids[at]!;
    return (this.where[id]! & this.stores) !== 0 && this.stampOf(id) === this.stamps[at];
  }

  private stampOf(id: number): number {
    return this.clocks[2 * id + this.clock]!;
  }

  /** Drops what was removed, in place; doubles when that leaves the ring more than an eighth full. */
  private makeRoom(): void {
    const { ids, stamps, oldest, next } = this;
    const mask = ids.length - 1;
    let kept = oldest;
    for (let n = oldest; n < next; n++) {
      const at = n & mask;
      if (!this.isCurrent(at)) continue;
      ids[kept & mask] = ids[at]!;
      stamps[kept & mask] = stamps[at]!;
      kept++;
    }
    this.next = kept;
    if (kept - oldest > ids.length / 8) this.grow();
  }

  private grow(): void {
    const { ids, stamps, oldest, next } = this;
    const mask = ids.length - 1;
    this.ids = new Int32Array(2 * ids.length);
    this.stamps = new Float64Array(2 * ids.length);
    for (let n = oldest; n < next; n++) {
      this.ids[n - oldest] = ids[n & mask]!;
      this.stamps[n - oldest] = stamps[n & mask]!;
    }
    this.oldest = 0;
    this.next = next - oldest;
  }
}

/** Any deadlines: a binary heap with positions. */
export class DeadlineHeap implements Deadlines {
  private readonly heap: Int32Array;
  private readonly position: Int32Array;
  private readonly deadline: Float64Array;
  private readonly due: (id: number) => number;
  private size = 0;

  /** @param due gives an id's deadline, in seconds, when it is added */
  constructor(universe: number, due: (id: number) => number) {
    this.heap = new Int32Array(universe);
    this.position = new Int32Array(universe);
    this.deadline = new Float64Array(universe);
    this.due = due;
  }

  add(id: number): boolean {
    this.deadline[id] = this.due(id);
    this.rise(this.size++, id);
    return this.heap[0] === id;
  }

  remove(id: number): void {
    const at = this.position[id]!;
    const last = this.heap[--this.size]!;
    if (last === id) return;
    this.rise(at, last);
    this.sink(this.position[last]!, last);
  }

  first(): number {
    return this.size === 0 ? -1 : this.heap[0]!;
  }

  takeFirst(): number {
    const id = this.heap[0]!;
    this.remove(id);
    return id;
  }

  deadlineOf(id: number): number {
    return this.deadline[id]!;
  }

  private rise(from: number, id: number): void {
    const { heap, position, deadline } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent]!;
      if (deadline[above]! <= deadline[id]!) break;
      heap[at] = above;
      position[above] = at;
      at = parent;
    }
    heap[at] = id;
    position[id] = at;
  }

  private sink(from: number, id: number): void {
    const { heap, position, deadline, size } = this;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && deadline[heap[child + 1]!]! < deadline[heap[child]!]!) child++;
      const below = heap[child]!;
      if (deadline[below]! >= deadline[id]!) break;
      heap[at] = below;
      position[below] = at;
      at = child;
    }
    heap[at] = id;
    position[id] = at;
  }
}
