/**
 * Doubly linked lists over ids, without objects: one pair of columns serves several lists as long as an id is in at most
 * one of them. Each list is a ring closed by a sentinel beyond the universe, so linking and unlinking know no special case.
 */
export class Links {
  /** The neighbours of id k stand at 2k (towards the head) and 2k + 1 (towards the tail): one cache line an id. */
  readonly near: Int32Array;
  private lists = 0;
  private readonly universe: number;
  private readonly room: number;

  /** @param lists how many lists will be made over these columns */
  constructor(universe: number, lists: number) {
    this.universe = universe;
    this.room = lists;
    this.near = new Int32Array(2 * (universe + lists)).fill(-1);
  }

  list(): IdList {
    if (this.lists === this.room) throw new RangeError(`these links were made for ${this.room} lists`);
    return new IdList(this, this.universe + this.lists++);
  }
}

/** A list of ids; `head` is the newest end and `tail` the oldest. It does not count its members: a policy that needs to, does. */
export class IdList {
  private readonly near: Int32Array;
  /** Stands before the head and after the tail; never a member. */
  readonly sentinel: number;

  constructor(links: Links, sentinel: number) {
    this.near = links.near;
    this.sentinel = sentinel;
    this.near[2 * sentinel] = sentinel;
    this.near[2 * sentinel + 1] = sentinel;
  }

  get empty(): boolean {
    return this.near[2 * this.sentinel] === this.sentinel;
  }

  /** The newest id, or the sentinel when the list is empty. */
  get head(): number {
    return this.near[2 * this.sentinel + 1]!;
  }

  /** The oldest id, or the sentinel when the list is empty. */
  get tail(): number {
    return this.near[2 * this.sentinel]!;
  }

  /** The next newer neighbour, or the sentinel. */
  newer(id: number): number {
    return this.near[2 * id]!;
  }

  /** The next older neighbour, or the sentinel. */
  older(id: number): number {
    return this.near[2 * id + 1]!;
  }

  pushHead(id: number): void {
    const { near, sentinel } = this;
    const head = near[2 * sentinel + 1]!;
    near[2 * id] = sentinel;
    near[2 * id + 1] = head;
    near[2 * head] = id;
    near[2 * sentinel + 1] = id;
  }

  pushTail(id: number): void {
    const { near, sentinel } = this;
    const tail = near[2 * sentinel]!;
    near[2 * id + 1] = sentinel;
    near[2 * id] = tail;
    near[2 * tail + 1] = id;
    near[2 * sentinel] = id;
  }

  /** Puts an id next to a member, on the side of the tail. */
  insertBelow(id: number, member: number): void {
    const { near } = this;
    const below = near[2 * member + 1]!;
    near[2 * id] = member;
    near[2 * id + 1] = below;
    near[2 * member + 1] = id;
    near[2 * below] = id;
  }

  /** Takes an id out of whichever list over the same links holds it. */
  unlink(id: number): void {
    const { near } = this;
    const headward = near[2 * id]!;
    const tailward = near[2 * id + 1]!;
    near[2 * headward + 1] = tailward;
    near[2 * tailward] = headward;
  }

  moveToHead(id: number): void {
    this.unlink(id);
    this.pushHead(id);
  }

  /** From the oldest to the newest. */
  *[Symbol.iterator](): Generator<number> {
    for (let id = this.tail; id !== this.sentinel; id = this.newer(id)) yield id;
  }
}
