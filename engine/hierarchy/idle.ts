import type { Clock } from './clock.ts';
import { DeadlineHeap, type Deadlines } from './deadlines.ts';
import type { Level } from './level.ts';
import type { Stamps } from './stamps.ts';

/** Time to idle (TTI): an entry that was neither hit nor written for longer is expired, whatever its TTL still allows. */
export class Idle {
  private readonly seconds: number;
  private readonly clock: Clock;
  private readonly where: Uint16Array;

  /** @param where the column of residencies */
  constructor(seconds: number, clock: Clock, where: Uint16Array) {
    this.seconds = seconds;
    this.clock = clock;
    this.where = where;
  }

  /**
   * The entry was hit in one of the stores: that counts for its copies too. Else a copy that faster levels shield from all
   * requests would expire although the entry is in constant use, and take those with it where levels are inclusive.
   */
  use(stores: readonly Level[], id: number): void {
    for (const { store, stamps } of stores)
      if (((this.where[id]! >> store) & 1) === 1 && !this.isOver(stamps!, id)) stamps!.usedAt![id] = this.clock.now;
  }

  isOver(stamps: Stamps, id: number): boolean {
    return this.clock.now - stamps.usedAt![id]! > this.seconds;
  }

  /** Seconds: when it will be over, unless the entry is used before. */
  endOf(stamps: Stamps, id: number): number {
    return stamps.usedAt![id]! + this.seconds;
  }
}

/**
 * Deadlines that hits put off. A hit tells nobody: a deadline that has come to the front is looked at again, and goes back with
 * its new time if it was put off, so that a hit costs one number, and moves an id at most once each time it would have died.
 */
export class DeferredDeadlines implements Deadlines {
  private readonly heap: DeadlineHeap;
  private readonly due: (id: number) => number;

  /** @param due gives an id's deadline, in seconds; it may grow while the id waits, and never shrinks */
  constructor(universe: number, due: (id: number) => number) {
    this.heap = new DeadlineHeap(universe, due);
    this.due = due;
  }

  add(id: number): boolean {
    return this.heap.add(id);
  }

  remove(id: number): void {
    this.heap.remove(id);
  }

  first(): number {
    const { heap } = this;
    for (;;) {
      const id = heap.first();
      if (id < 0 || this.due(id) === heap.deadlineOf(id)) return id;
      heap.takeFirst();
      heap.add(id);
    }
  }

  takeFirst(): number {
    this.first();
    return this.heap.takeFirst();
  }

  deadlineOf(id: number): number {
    return this.due(id);
  }
}
