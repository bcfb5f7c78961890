import type { Level } from './level.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HierarchyParts } from './parts.ts';
import type { Residents } from './residents.ts';

/**
 * Answers from entries whose lifetime ended a moment ago (stale-while-revalidate, RFC 5861): whoever accepts one asks no level, and no
 * policy hears of it.
 */
export class StaleAnswers {
  count = 0;
  private readonly parts: HierarchyParts;
  private readonly residents: Residents;
  private readonly lifetimes: Lifetimes;

  constructor(parts: HierarchyParts, residents: Residents, lifetimes: Lifetimes) {
    this.parts = parts;
    this.residents = residents;
    this.lifetimes = lifetimes;
  }

  /**
   * @param type of the request, 0 for general
   * @param seconds since the end of its lifetime that an entry is still answered
   * @returns the number of the store that answers; -1 when another has a living copy, or none an entry that died so recently
   */
  take(id: number, type: number, seconds: number): number {
    const { residents, lifetimes } = this;
    if (!residents.has(id)) return -1;
    let answerer = -1;
    for (const store of residents.stores) {
      if (!this.isAsked(store, type) || !residents.holds(store, id)) continue;
      if (!lifetimes.expired(store, id)) return -1;
      if (answerer < 0 && this.diedWithin(store, id, seconds)) answerer = store.store;
    }
    if (answerer >= 0) this.count++;
    return answerer;
  }

  private isAsked(store: Level, type: number): boolean {
    return store.depth >= 0 || (this.parts.partitionsAnswer && type === store.store + 1);
  }

  /** Of an entry that was idle for too long, the lifetime may go on. */
  private diedWithin(store: Level, id: number, seconds: number): boolean {
    const since = this.lifetimes.now - this.lifetimes.endOf(store, id);
    return since > 0 && since <= seconds && !this.parts.idle?.isOver(store.stamps!, id);
  }
}
