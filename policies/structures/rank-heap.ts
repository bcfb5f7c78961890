/**
 * Ids, each with a rank and, among equal ranks, an order, of which the lowest can be found at any time. Ranks that rise cost
 * nothing until then: a binary heap goes by the ranks as they were, which are not above those of now, and brings an id up to
 * date when it has become the root. They stand beside the ids in the order of the heap, so that a comparison reads neighbouring
 * words and not the columns of two ids.
 */
export class RankHeap {
  /** By id. */
  private readonly rank: Float64Array;
  private readonly order: Float64Array;
  private readonly place: Int32Array;
  /** By place in the heap; place 0 is not used: the children of the id at i stand at 2i and 2i + 1. */
  private readonly ids: Int32Array;
  private readonly ranks: Float64Array;
  private readonly orders: Float64Array;
  private size = 0;

  constructor(universe: number) {
    this.rank = new Float64Array(universe);
    this.order = new Float64Array(universe);
    this.place = new Int32Array(universe);
    this.ids = new Int32Array(universe + 1);
    this.ranks = new Float64Array(universe + 1);
    this.orders = new Float64Array(universe + 1);
  }

  get empty(): boolean {
    return this.size === 0;
  }

  rankOf(member: number): number {
    return this.rank[member]!;
  }

  /** The member with the lowest rank, of several the one with the lowest order; there must be one. */
  lowest(): number {
    const { ids, ranks, orders, rank, order } = this;
    let root = ids[1]!;
    while (ranks[1] !== rank[root] || orders[1] !== order[root]) {
      this.sink(root, rank[root]!, order[root]!, 1);
      root = ids[1]!;
    }
    return root;
  }

  insert(id: number, rank: number, order: number): void {
    this.rank[id] = rank;
    this.order[id] = order;
    this.rise(id, rank, order, ++this.size);
  }

  /** Gives a member a rank that is not below the one it had, and an order that is higher. */
  raise(member: number, rank: number, order: number): void {
    this.rank[member] = rank;
    this.order[member] = order;
  }

  remove(member: number): void {
    const last = this.size--;
    const hole = this.place[member]!;
    if (hole === last) return;
    const { ids, ranks, orders } = this;
    const id = ids[last]!;
    const rank = ranks[last]!;
    const order = orders[last]!;
    const parent = hole >> 1;
    if (hole > 1 && precedes(rank, order, ranks[parent]!, orders[parent]!)) this.rise(id, rank, order, hole);
    else this.sink(id, rank, order, hole);
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
