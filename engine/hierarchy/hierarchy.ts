import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import { Aging } from './aging.ts';
import { Arrivals } from './arrivals.ts';
import { type ChangeObserver, EXPIRED, INVALIDATED, type Observer } from './events.ts';
import { type Level, restartCounters } from './level.ts';
import { Lifetimes } from './lifetimes.ts';
import type { HierarchyParts } from './parts.ts';
import { Residents } from './residents.ts';
import { StaleAnswers } from './stale-answers.ts';

/**
 * Decides what happens to id k at time t. It knows no keys, no values and no clock of its own: whoever drives it brings
 * interned ids and the time, in seconds.
 */
export class Hierarchy {
  readonly levels: readonly Level[];
  /** All partitions, then all levels: a store's number is its place here. */
  readonly stores: readonly Level[];
  /** One order over all levels that says who leaves the cache; null when each level decides for itself. */
  readonly order: EvictionPolicy | null;
  /** What `get` returns for a miss. */
  readonly origin: number;
  /** Hits on a superseded version, or on data older than any lifetime. */
  staleHits = 0;

  readonly residents: Residents;
  readonly lifetimes: Lifetimes;
  readonly staleAnswers: StaleAnswers;
  private readonly parts: HierarchyParts;
  private readonly arrivals: Arrivals;
  private readonly aging: Aging;
  /** Whether a hit may serve old data at all. */
  private readonly mayBeStale: boolean;

  constructor(parts: HierarchyParts) {
    this.parts = parts;
    this.lifetimes = new Lifetimes(parts);
    this.residents = new Residents(parts, this.lifetimes);
    this.arrivals = new Arrivals(parts, this.residents, this.lifetimes);
    this.aging = new Aging(parts, this.residents, this.lifetimes);
    this.staleAnswers = new StaleAnswers(parts, this.residents, this.lifetimes);
    this.levels = parts.levels;
    this.order = parts.order;
    this.stores = this.residents.stores;
    this.origin = this.stores.length;
    this.mayBeStale = this.stores[0]!.stamps !== null && (!parts.supersede || parts.restamp);
  }

  /** Hears what happens from now on, all of it or the changes only; with null, nobody does. */
  observe(observer: Observer | ChangeObserver | null): void {
    this.residents.changes = observer;
    this.residents.observer = observer && 'insert' in observer ? observer : null;
  }

  /**
   * Time passes: whatever is asked next, is asked now. A clock that steps back stands still until it has caught up, so nothing
   * expires early.
   * @param time seconds
   */
  advance(time: number): void {
    const { lifetimes } = this;
    if (!(time > lifetimes.now)) return;
    if (time > lifetimes.nextDue) this.aging.advance(time);
    else lifetimes.now = time;
  }

  /**
   * A client asks for an id.
   * @param type data type, 0 for general
   * @returns the number of the store that answered, or `origin`
   */
  get(id: number, type: number): number {
    this.countRequest(id);
    if (type > 0 && this.parts.partitionsAnswer) {
      const partition = this.stores[type - 1]!;
      if (this.lookup(partition, id)) {
        if (this.mayBeStale) this.countIfStale(partition, id);
        this.residents.touch(partition, id);
        return partition.store;
      }
    }
    const { levels, residents } = this;
    if (!residents.observer && !residents.anyLevelHolds(id)) {
      levels[0]!.absent.count++;
      return this.origin;
    }
    for (let depth = 0; depth < levels.length; depth++) {
      const level = levels[depth]!;
      if (this.lookup(level, id)) {
        this.hit(level, id);
        return level.store;
      }
    }
    return this.origin;
  }

  /**
   * After a miss, data read from the origin enters the cache.
   * @param size bytes, or 1 where capacities count entries
   * @param ttl seconds, or `NO_TTL`
   */
  fill(id: number, type: number, priority: number, size: number, ttl: number): void {
    this.arrivals.write(id, type, priority, size, ttl);
  }

  /** A client stores a new version. */
  set(id: number, type: number, priority: number, size: number, ttl: number): void {
    this.countRequest(id);
    const { version } = this.lifetimes;
    if (version) version[id]!++;
    this.arrivals.write(id, type, priority, size, ttl);
  }

  /**
   * Data that nobody has asked for yet enters the cache.
   * @param depth the level that it enters, 0 for the first
   */
  prefetch(id: number, type: number, size: number, ttl: number, depth: number): void {
    this.arrivals.writeAt(id, type, size, ttl, depth);
  }

  /** Whether whoever says who leaves can be told that somebody is to leave before all others. */
  get retires(): boolean {
    const { order, levels } = this.parts;
    return order ? order.retire !== undefined : levels.every(level => level.policy.retire !== undefined);
  }

  /** A resident is to leave before all others, unless a hit changes that. Only where the hierarchy `retires`. */
  retire(id: number): void {
    const { order, levels } = this.parts;
    if (order) order.retire!(id);
    else for (const level of levels) if (this.residents.holds(level, id)) level.policy.retire!(id);
  }

  /** A resident gets newer data although nobody has asked for it. */
  refresh(id: number, type: number, size: number, ttl: number): void {
    this.arrivals.refresh(id, type, size, ttl);
  }

  /** Whether any store would answer for the id now. */
  isFresh(id: number): boolean {
    return this.whereIs(id) !== this.origin;
  }

  /** The number of the first store that would answer for the id now, or `origin`. Nobody notices the question. */
  whereIs(id: number): number {
    if (!this.residents.has(id)) return this.origin;
    for (let store = 0; store < this.stores.length; store++) if (this.holdsFresh(this.stores[store]!, id)) return store;
    return this.origin;
  }

  /** Seconds: when the entry of the store that would answer was stored; NaN for an id that is not resident. */
  storedAt(id: number): number {
    const store = this.answerer(id);
    return store?.stamps ? store.stamps.storedAt(id) : Number.NaN;
  }

  /** Seconds: when that entry will have expired; `Infinity` for never, and for an id that is not resident. */
  expiresAt(id: number): number {
    const store = this.answerer(id);
    return store?.stamps ? this.lifetimes.endOf(store, id) : Number.POSITIVE_INFINITY;
  }

  /** The id is wanted nowhere any more. */
  delete(id: number): void {
    for (const store of this.stores) if (this.residents.holds(store, id)) this.residents.drop(store, id, INVALIDATED);
  }

  /**
   * Whether an id lies anywhere, or anybody who decides still knows it. When not, the host may give its number to another key, which is
   * then treated like one never seen, but for what sketches and filters have counted for the number. Not for the way of a request.
   */
  remembers(id: number): boolean {
    const { order, promotion, demotion, frequencies } = this.parts;
    return (
      this.residents.has(id) ||
      order?.remembers?.(id) === true ||
      this.stores.some(({ policy, admission }) => policy.remembers?.(id) || admission?.remembers?.(id)) ||
      promotion.remembers?.(id, this.lifetimes.now) === true ||
      demotion.remembers?.(id) === true ||
      frequencies.some(counter => counter.remembers?.(id))
    );
  }

  /** Removes every entry whose time is over. */
  sweep(): void {
    const { residents } = this;
    for (let id = 0; id < this.parts.universe; id++) {
      if (!residents.has(id)) continue;
      for (const store of this.stores)
        if (residents.holds(store, id) && this.lifetimes.expired(store, id)) residents.drop(store, id, EXPIRED);
    }
  }

  /** The warm-up is over: everything is counted anew. */
  restartCounters(): void {
    for (const store of this.stores) restartCounters(store);
    this.staleHits = 0;
    this.staleAnswers.count = 0;
    this.residents.moved = 0;
    this.residents.promotions.fill(0);
    this.residents.demotions.fill(0);
  }

  private holdsFresh(store: Level, id: number): boolean {
    return this.residents.holds(store, id) && !(store.stamps && this.lifetimes.expired(store, id));
  }

  private answerer(id: number): Level | undefined {
    return this.stores.find(store => this.residents.holds(store, id));
  }

  private countRequest(id: number): void {
    const { frequencies } = this.parts;
    for (let i = 0; i < frequencies.length; i++) frequencies[i]!.increment(id);
  }

  private lookup(store: Level, id: number): boolean {
    const { residents } = this;
    store.asked++;
    if (residents.holds(store, id)) {
      if (store.stamps === null || !this.lifetimes.expired(store, id)) {
        store.hits++;
        if (this.parts.idle !== null) this.parts.idle.use(this.stores, id);
        if (residents.observer) residents.observer.hit(store.store, id);
        return true;
      }
      residents.drop(store, id, EXPIRED);
    } else if (residents.observer) residents.observer.miss(store.store, id);
    store.missed++;
    return false;
  }

  private hit(level: Level, id: number): void {
    this.residents.touchInOrder(id);
    if (this.mayBeStale) this.countIfStale(level, id);
    if (level.depth === 0) this.residents.touch(level, id);
    else if (this.parts.promoteBy === 'copy') {
      // First the hit: the copies above may push this very entry out of its level.
      this.residents.touch(level, id);
      this.promote(level, id);
    } else if (!this.promote(level, id)) this.residents.touch(level, id);
  }

  private countIfStale(store: Level, id: number): void {
    const stamps = store.stamps!;
    const { version } = this.lifetimes;
    const superseded = version !== null && stamps.version![id]! < version[id]!;
    if (
      superseded ||
      this.lifetimes.now - (stamps.bornAt ? stamps.bornAt[id]! : stamps.storedAt(id)) > this.lifetimes.lifetimeIn(store)
    )
      this.staleHits++;
  }

  /** @returns whether the entry moved away from the level where it was hit */
  private promote(level: Level, id: number): boolean {
    const { residents, levels } = this;
    const { inclusion, promotion, promoteTo, promoteBy } = this.parts;
    const lowest = promoteTo === 'top' ? 0 : promoteTo === 'highest' ? this.highestFor(level, id) : level.depth - 1;
    const target = levels[lowest]!;
    const size = residents.sizeIn(level, id);
    if (size > target.capacity) return false;
    if (promotion.constant === false) return false;
    const victim = residents.whoMakesRoom(target, id, size);
    if (victim === id) return false;
    if (!(promotion.constant ?? promotion.promotes(id, this.lifetimes.now, victim, level.depth, lowest))) return false;
    if (promoteBy === 'move') {
      residents.moveUp(level, target, id, size);
      return true;
    }
    const highest = promoteTo === 'all' ? 0 : lowest;
    for (let depth = lowest; depth >= highest; depth--) {
      const copied = size <= levels[depth]!.capacity && residents.copyUp(level, levels[depth]!, id, size);
      // Who is not in a level may not be in those above.
      if (!copied && inclusion === 'inclusive') break;
    }
    return false;
  }

  /** The fastest level that the promotion policy would let the id enter, or the next one, where it is to be asked. */
  private highestFor(level: Level, id: number): number {
    const { residents, levels } = this;
    const { promotion } = this.parts;
    const size = residents.sizeIn(level, id);
    for (let depth = 0; depth < level.depth - 1; depth++) {
      if (size > levels[depth]!.capacity || residents.holds(levels[depth]!, id)) continue;
      const victim = residents.whoMakesRoom(levels[depth]!, id, size);
      if (victim !== id && promotion.promotes(id, this.lifetimes.now, victim, level.depth, depth)) return depth;
    }
    return level.depth - 1;
  }
}
