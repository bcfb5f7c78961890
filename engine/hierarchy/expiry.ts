import { type IdList, Links } from '../../policies/structures/links.ts';
import type { Deadlines } from './deadlines.ts';

/**
 * Knows which residents have outlived their lifetime, so that they can be the first victims. One instance serves all levels
 * when an id lies in at most one of them, else each level has its own.
 */
export class Expiry {
  private readonly deadlines: Deadlines;
  private readonly isDeadById: Uint8Array;
  /** By store. */
  private readonly dead: readonly IdList[];
  private deadCount = 0;

  /** @param stores number of stores that ids may lie in */
  constructor(deadlines: Deadlines, universe: number, stores: number) {
    this.deadlines = deadlines;
    this.isDeadById = new Uint8Array(universe);
    const links = new Links(universe, stores);
    this.dead = Array.from({ length: stores }, () => links.list());
  }

  /** An entry, stamped, begins to wait for the end of its lifetime. @returns whether that may be the next to come */
  add(id: number): boolean {
    return this.deadlines.add(id);
  }

  /** The id, waiting or dead, is gone. */
  remove(id: number): void {
    if (!this.isDead(id)) {
      this.deadlines.remove(id);
      return;
    }
    this.dead[0]!.unlink(id);
    this.isDeadById[id] = 0;
    this.deadCount--;
  }

  /** When the next lifetime ends, in seconds; `Infinity` if none does. */
  next(): number {
    const id = this.deadlines.first();
    return id < 0 ? Number.POSITIVE_INFINITY : this.deadlines.deadlineOf(id);
  }

  /** The id whose lifetime ends first, and which waits no more; there must be one. */
  takeFirst(): number {
    return this.deadlines.takeFirst();
  }

  /** The lifetime of an id has ended in this store. */
  bury(id: number, store: number): void {
    this.isDeadById[id] = 1;
    this.dead[store]!.pushHead(id);
    this.deadCount++;
  }

  /** Whether the id's lifetime has ended. */
  isDead(id: number): boolean {
    return this.deadCount > 0 && this.isDeadById[id] === 1;
  }

  /** The resident of the store that has been dead for longest, or -1. */
  firstDead(store: number): number {
    if (this.deadCount === 0) return -1;
    const dead = this.dead[store]!;
    return dead.empty ? -1 : dead.tail;
  }
}
