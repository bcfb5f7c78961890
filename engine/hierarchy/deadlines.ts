import { Links } from '../../policies/structures/links.ts';

/** Ids by the time at which something is due to happen to them. */
export interface Deadlines {
  add(id: number): void;
  /** The id must be waiting. */
  remove(id: number): void;
  /** The id whose time comes first, or -1. */
  first(): number;
  /** Seconds: when the time of a waiting id comes. */
  deadlineOf(id: number): number;
}

/** The same delay for all, counted from a stamp that never lies before those added earlier: a queue. */
export class DeadlineQueue implements Deadlines {
  private readonly queue;
  private readonly since: Float64Array;
  private readonly delay: number;

  /** @param since the column of stamps, written before `add` */
  constructor(since: Float64Array, delay: number) {
    this.queue = new Links(since.length, 1).list();
    this.since = since;
    this.delay = delay;
  }

  add(id: number): void {
    this.queue.pushHead(id);
  }

  remove(id: number): void {
    this.queue.unlink(id);
  }

  first(): number {
    return this.queue.empty ? -1 : this.queue.tail;
  }

  deadlineOf(id: number): number {
    return this.since[id]! + this.delay;
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

  add(id: number): void {
    this.deadline[id] = this.due(id);
    this.rise(this.size++, id);
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
