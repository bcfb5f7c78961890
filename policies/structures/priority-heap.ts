/** Children of a node: wider than a binary heap, so flatter, and four priorities share a cache line. */
const ARITY = 4;

/**
 * A heap of ids that carries their priorities: the root has the lowest; of equal ones, the one of the earliest turn, a number
 * that the caller gives with each priority. Both stand beside the ids in heap order, so that comparing them touches no
 * column by id; positions are kept in such a column, so any id can be found, changed and removed in logarithmic time.
 */
export class PriorityHeap {
  private readonly ids: Int32Array;
  private readonly priorities: Float64Array;
  private readonly turns: Float64Array;
  private readonly position: Int32Array;
  private size = 0;

  constructor(universe: number) {
    this.ids = new Int32Array(universe);
    this.priorities = new Float64Array(universe);
    this.turns = new Float64Array(universe);
    this.position = new Int32Array(universe);
  }

  get empty(): boolean {
    return this.size === 0;
  }

  /** The member with the lowest priority; the heap must not be empty. */
  get root(): number {
    return this.ids[0]!;
  }

  priorityOf(id: number): number {
    return this.priorities[this.position[id]!]!;
  }

  insert(id: number, priority: number, turn: number): void {
    this.rise(id, priority, turn, this.size++);
  }

  /** Gives a member another priority and turn. */
  update(id: number, priority: number, turn: number): void {
    this.settle(id, priority, turn, this.position[id]!);
  }

  remove(id: number): void {
    const at = --this.size;
    const last = this.ids[at]!;
    if (last !== id) this.settle(last, this.priorities[at]!, this.turns[at]!, this.position[id]!);
  }

  /** Finds the place of an id that is to stand at or around an index. */
  private settle(id: number, priority: number, turn: number, at: number): void {
    if (at > 0 && this.precedes(priority, turn, parent(at))) this.rise(id, priority, turn, at);
    else this.sink(id, priority, turn, at);
  }

  private rise(id: number, priority: number, turn: number, from: number): void {
    let at = from;
    while (at > 0 && this.precedes(priority, turn, parent(at))) {
      this.move(parent(at), at);
      at = parent(at);
    }
    this.place(id, priority, turn, at);
  }

  private sink(id: number, priority: number, turn: number, from: number): void {
    const { priorities, size } = this;
    let at = from;
    for (let first = ARITY * at + 1; first < size; first = ARITY * at + 1) {
      let least = first;
      const end = Math.min(first + ARITY, size);
      for (let child = first + 1; child < end; child++)
        if (this.precedes(priorities[child]!, this.turns[child]!, least)) least = child;
      if (this.precedes(priority, turn, least)) break;
      this.move(least, at);
      at = least;
    }
    this.place(id, priority, turn, at);
  }

  /** Whether a priority with its turn comes before the one at an index. */
  private precedes(priority: number, turn: number, at: number): boolean {
    const other = this.priorities[at]!;
    return priority < other || (priority === other && turn < this.turns[at]!);
  }

  private move(from: number, to: number): void {
    this.place(this.ids[from]!, this.priorities[from]!, this.turns[from]!, to);
  }

  private place(id: number, priority: number, turn: number, at: number): void {
    this.ids[at] = id;
    this.priorities[at] = priority;
    this.turns[at] = turn;
    this.position[id] = at;
  }
}

function parent(at: number): number {
  return (at - 1) >> 2;
}
