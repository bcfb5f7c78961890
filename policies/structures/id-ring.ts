/** In place of an id: there is none. */
const NOBODY = -1;

/**
 * A ring of ids with a hand, without objects: a queue whose oldest id is under the hand and whose newest is just behind it,
 * so that an id is moved from the oldest to the newest end by moving the hand alone.
 */
export class IdRing {
  /** The neighbours of id k stand at 2k (the next newer) and 2k + 1 (the next older). */
  private readonly near;
  /** The oldest id, or -1 when the ring is empty. Moving the hand on makes the oldest the newest. */
  hand = NOBODY;

  constructor(universe: number) {
    this.near = new Int32Array(2 * universe);
  }

  /** The next newer neighbour; for the newest, the oldest. */
  newer(id: number): number {
    return this.near[2 * id]!;
  }

  /** Makes an id the newest. */
  insertBehindHand(id: number): void {
    const { near, hand } = this;
    if (hand === NOBODY) {
      near[2 * id] = id;
      near[2 * id + 1] = id;
      this.hand = id;
      return;
    }
    const newest = near[2 * hand + 1]!;
    near[2 * id] = hand;
    near[2 * id + 1] = newest;
    near[2 * newest] = id;
    near[2 * hand + 1] = id;
  }

  /** Takes out an id; from under the hand, the hand moves on. */
  remove(id: number): void {
    const { near } = this;
    const newer = near[2 * id]!;
    const older = near[2 * id + 1]!;
    near[2 * newer + 1] = older;
    near[2 * older] = newer;
    if (this.hand === id) this.hand = newer === id ? NOBODY : newer;
  }

  /** From the oldest, under the hand, to the newest. */
  *[Symbol.iterator](): Generator<number> {
    if (this.hand === NOBODY) return;
    yield this.hand;
    for (let id = this.newer(this.hand); id !== this.hand; id = this.newer(id)) yield id;
  }
}
