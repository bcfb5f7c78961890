import { INVALIDATED, type Observer, PROMOTED } from '../hierarchy/events.ts';

const NOT_PROMOTED = -1;

/** Counts entries that a hit moved up, and those among them that left again before they were hit there. */
export class UndonePromotions implements Observer {
  promotions = 0;
  undone = 0;
  /** By id: the store that it entered last. */
  private readonly entered: Int8Array;
  /** By id: the store that it was promoted to and has not been hit in since. */
  private readonly promotedTo: Int8Array;
  private readonly next: Observer | null;

  /** @param next who listens already, and goes on doing so */
  constructor(universe: number, next: Observer | null) {
    this.entered = new Int8Array(universe).fill(NOT_PROMOTED);
    this.promotedTo = new Int8Array(universe).fill(NOT_PROMOTED);
    this.next = next;
  }

  /** The warm-up is over. */
  restart(): void {
    this.promotions = 0;
    this.undone = 0;
  }

  hit(store: number, id: number): void {
    if (this.promotedTo[id] === store) this.promotedTo[id] = NOT_PROMOTED;
    this.next?.hit(store, id);
  }

  miss(store: number, id: number): void {
    this.next?.miss(store, id);
  }

  insert(store: number, id: number): void {
    this.entered[id] = store;
    this.next?.insert(store, id);
  }

  update(store: number, id: number): void {
    this.next?.update(store, id);
  }

  leave(store: number, id: number, cause: number): void {
    if (this.promotedTo[id] === store) {
      // Whoever was deleted had no chance.
      if (cause !== INVALIDATED && cause !== PROMOTED) this.undone++;
      this.promotedTo[id] = NOT_PROMOTED;
    }
    // The move's insertion was told before its departure.
    if (cause === PROMOTED) {
      this.promotions++;
      this.promotedTo[id] = this.entered[id]!;
    }
    this.next?.leave(store, id, cause);
  }
}
