/**
 * A binary heap of ids, each with a rank and, among equal ranks, an order: the root has the lowest. Both stand beside the ids
 * in the order of the heap, so that a comparison reads neighbouring words and not the columns of two ids.
 */
export class RankHeap {
  /** By place in the heap; place 0 is not used: the children of the id at i stand at 2i and 2i + 1. */
  private readonly ids: Int32Array;
  private readonly ranks: Float64Array;
  private readonly orders: Float64Array;
  /** By id. */
  private readonly place: Int32Array;
  private size = 0;

  constructor(universe: number) {
    this.ids = new Int32Array(universe + 1);
    this.ranks = new Float64Array(universe + 1);
    this.orders = new Float64Array(universe + 1);
    this.place = new Int32Array(universe);
  }

  get empty(): boolean {
    return this.size === 0;
  }

  /** The member with the lowest rank, of several the one with the lowest order; the heap must not be empty. */
  get root(): number {
    return this.ids[1]!;
  }

  rankOf(member: number): number {
    return this.ranks[this.place[member]!]!;
  }

  orderOf(member: number): number {
    return this.orders[this.place[member]!]!;
  }

  insert(id: number, rank: number, order: number): void {
    this.rise(id, rank, order, ++this.size);
  }

  /** Gives a member another rank and order. */
  update(member: number, rank: number, order: number): void {
    this.settle(member, rank, order, this.place[member]!);
  }

  remove(member: number): void {
    const last = this.size--;
    const hole = this.place[member]!;
    if (hole !== last) this.settle(this.ids[last]!, this.ranks[last]!, this.orders[last]!, hole);
  }

  /** Finds the place of an id that is to stand at or around an index. */
  private settle(id: number, rank: number, order: number, at: number): void {
    const parent = at >> 1;
    if (at > 1 && precedes(rank, order, this.ranks[parent]!, this.orders[parent]!)) this.rise(id, rank, order, at);
    else this.sink(id, rank, order, at);
  }

  private rise(id: number, rank: number, order: number, from: number): void {
    const { ids, ranks, orders } = this;
    let at = from;
    for (let parent = at >> 1; at > 1 && precedes(rank, order, ranks[parent]!, orders[parent]!); parent = at >> 1) {
      this.put(ids[parent]!, ranks[parent]!, orders[parent]!, at);
      at = parent;
    }
    this.put(id, rank, order, at);
  }

  private sink(id: number, rank: number, order: number, from: number): void {
    const { ids, ranks, orders, size } = this;
    let at = from;
    for (let child = 2 * at; child <= size; child = 2 * at) {
      if (child < size && precedes(ranks[child + 1]!, orders[child + 1]!, ranks[child]!, orders[child]!)) child++;
      if (!precedes(ranks[child]!, orders[child]!, rank, order)) break;
      this.put(ids[child]!, ranks[child]!, orders[child]!, at);
      at = child;
    }
    this.put(id, rank, order, at);
  }

  private put(id: number, rank: number, order: number, at: number): void {
    this.ids[at] = id;
    this.ranks[at] = rank;
    this.orders[at] = order;
    this.place[id] = at;
  }
}

function precedes(rank: number, order: number, otherRank: number, otherOrder: number): boolean {
  return rank < otherRank || (rank === otherRank && order < otherOrder);
}
