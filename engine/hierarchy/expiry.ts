import { type IdList, Links } from '../../policies/structures/links.ts';
import type { Deadlines } from './deadlines.ts';

const ABSENT = 0;
const WAITING = 1;
const DEAD = 2;

/**
 * Knows which residents have outlived their lifetime, so that they can be the first victims. One instance serves all levels
 * when an id lies in at most one of them, else each level has its own.
 */
export class Expiry {
  private readonly deadlines: Deadlines;
  private readonly state: Uint8Array;
  /** By store. */
  private readonly dead: readonly IdList[];

  /** @param stores number of stores that ids may lie in */
  constructor(deadlines: Deadlines, universe: number, stores: number) {
    this.deadlines = deadlines;
    this.state = new Uint8Array(universe);
    const links = new Links(universe, stores);
    this.dead = Array.from({ length: stores }, () => links.list());
  }

  /** An entry, stamped, begins to wait for the end of its lifetime. @returns when that is, in seconds */
  add(id: number): number {
    this.state[id] = WAITING;
    this.deadlines.add(id);
    return this.deadlines.deadlineOf(id);
  }

  remove(id: number): void {
    if (this.state[id] === WAITING) this.deadlines.remove(id);
    else if (this.state[id] === DEAD) this.dead[0]!.unlink(id);
    this.state[id] = ABSENT;
  }

  /** When the next lifetime ends; `Infinity` if none does. */
  next(): number {
    const id = this.deadlines.first();
    return id < 0 ? Number.POSITIVE_INFINITY : this.deadlines.deadlineOf(id);
  }

  /** The id whose lifetime ends first; there must be one. */
  first(): number {
    return this.deadlines.first();
  }

  /** The lifetime of a waiting id has ended in this store. */
  bury(id: number, store: number): void {
    this.deadlines.remove(id);
    this.state[id] = DEAD;
    this.dead[store]!.pushHead(id);
  }

  /** Whether the id's lifetime has ended. */
  isDead(id: number): boolean {
    return this.state[id] === DEAD;
  }

  /** The resident of the store that has been dead for longest, or -1. */
  firstDead(store: number): number {
    const dead = this.dead[store]!;
    return dead.empty ? -1 : dead.tail;
  }
}
