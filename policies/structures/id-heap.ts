/**
 * A binary heap of ids by a column of keys that stands elsewhere: the root has the largest key. Positions are kept in a
 * column, so any id can be found, moved and removed in logarithmic time.
 */
export class IdHeap {
  private readonly keys: Int32Array | Float64Array;
  /** Entry 0 is not used: the children of the id at i stand at 2i and 2i + 1. */
  private readonly ids: Int32Array;
  private readonly position: Int32Array;
  private size = 0;

  /** @param keys by id; whoever changes the key of a member calls `update` next */
  constructor(keys: Int32Array | Float64Array) {
    this.keys = keys;
    this.ids = new Int32Array(keys.length + 1);
    this.position = new Int32Array(keys.length);
  }

  /** The member with the largest key; the heap must not be empty. */
  get root(): number {
    return this.ids[1]!;
  }

  insert(id: number): void {
    this.rise(id, ++this.size);
  }

  /** The key of a member has changed. */
  update(id: number): void {
    this.settle(id, this.position[id]!);
  }

  remove(id: number): void {
    const last = this.ids[this.size--]!;
    if (last !== id) this.settle(last, this.position[id]!);
  }

  /** Finds the place of an id that is to stand at or around an index. */
  private settle(id: number, at: number): void {
    if (at > 1 && this.keys[this.ids[at >> 1]!]! < this.keys[id]!) this.rise(id, at);
    else this.sink(id, at);
  }

  private rise(id: number, from: number): void {
    const { keys, ids } = this;
    const key = keys[id]!;
    let at = from;
    while (at > 1 && keys[ids[at >> 1]!]! < key) {
      this.place(ids[at >> 1]!, at);
      at >>= 1;
    }
    this.place(id, at);
  }

  private sink(id: number, from: number): void {
    const { keys, ids, size } = this;
    const key = keys[id]!;
    let at = from;
    for (let child = 2 * at; child <= size; child = 2 * at) {
      if (child < size && keys[ids[child]!]! < keys[ids[child + 1]!]!) child++;
      if (keys[ids[child]!]! <= key) break;
      this.place(ids[child]!, at);
      at = child;
    }
    this.place(id, at);
  }

  private place(id: number, at: number): void {
    this.ids[at] = id;
    this.position[id] = at;
  }
}
