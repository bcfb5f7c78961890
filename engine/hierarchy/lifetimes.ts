import { NO_TTL } from '../../workloads/requests.ts';
import type { Clock } from './clock.ts';
import type { Level } from './level.ts';
import type { HierarchyParts } from './parts.ts';

/** What time it is, when entries came, and how long they may stay in a store and live at all. */
export class Lifetimes {
  /** Seconds: no deadline of any entry lies before. */
  nextDue = Number.POSITIVE_INFINITY;
  /** By id: the version that the origin has; null unless copies may be older. */
  readonly version: Uint32Array | null;
  private readonly parts: HierarchyParts;
  private readonly clock: Clock;
  /** Whether who has expired is dead at once, which `Expiry` knows. */
  private readonly deadAtOnce: boolean;

  constructor(parts: HierarchyParts) {
    this.parts = parts;
    this.clock = parts.clock;
    this.deadAtOnce = parts.grace === 0;
    this.version = parts.supersede ? null : new Uint32Array(parts.universe);
  }

  /** Seconds. */
  get now(): number {
    return this.clock.now;
  }

  set now(seconds: number) {
    this.clock.now = seconds;
  }

  /** Strictly older than its lifetime, or than its level allows. */
  expired(store: Level, id: number): boolean {
    const { stamps, expiry } = store;
    if (expiry && this.deadAtOnce) return expiry.isDead(id);
    if (!stamps) return false;
    const { now } = this;
    const lifetime = stamps.lifetime ? stamps.lifetime[id]! : this.lifetimeIn(store);
    if (now - stamps.storedAt(id) > lifetime || (store.removes && now - stamps.enteredAt(id) > store.ttl)) return true;
    const { idle } = this.parts;
    return idle ? idle.isOver(stamps, id) : false;
  }

  /** Whether the entry of a store has expired no longer ago than that. One that was idle for too long has not, whatever its TTL says. */
  expiredWithin(store: Level, id: number, seconds: number): boolean {
    const since = this.now - this.endOf(store, id);
    return since > 0 && since <= seconds && !this.parts.idle?.isOver(store.stamps!, id);
  }

  /** Seconds that an entry may live in this store when its request says nothing. */
  lifetimeIn(store: Level): number {
    return store.depth < 0 ? store.ttl : this.parts.lifetime;
  }

  /** New data, as of now. */
  stamp(store: Level, id: number, ttl: number): void {
    const { stamps } = store;
    if (!stamps) return;
    const { now } = this;
    stamps.store(id, now);
    if (stamps.bornAt) stamps.bornAt[id] = now;
    if (stamps.usedAt) stamps.usedAt[id] = now;
    if (stamps.lifetime) stamps.lifetime[id] = ttl === NO_TTL ? this.lifetimeIn(store) : ttl;
    if (stamps.version) stamps.version[id] = this.version![id]!;
    if (stamps.expiresAt) stamps.expiresAt[id] = this.endIn(store, id);
  }

  /** Seconds: when an entry, stamped, that enters a store now will have expired there. */
  private endIn(store: Level, id: number): number {
    return this.endAfter(store, id, this.now);
  }

  /** Seconds: when an entry will have expired in the store where it lies. */
  endOf(store: Level, id: number): number {
    return this.endAfter(store, id, store.stamps!.enteredAt(id));
  }

  private endAfter(store: Level, id: number, entered: number): number {
    const stamps = store.stamps!;
    const end = stamps.storedAt(id) + (stamps.lifetime ? stamps.lifetime[id]! : this.lifetimeIn(store));
    return store.removes ? Math.min(end, entered + store.ttl) : end;
  }

  /** A resident has got new data in place: its clocks start again. */
  restart(store: Level, id: number, ttl: number): void {
    if (!store.stamps) return;
    if (store.expiry) store.expiry.remove(id);
    this.stamp(store, id, ttl);
    this.startStay(store, id);
    if (store.expiry) this.startLifetime(store, id);
  }

  /** An entry has entered a store. */
  startStay(store: Level, id: number): void {
    if (!store.cooling && !store.removes) return;
    const { now } = this;
    store.stamps!.enter(id, now);
    if (!store.cooling) return;
    // The dead do not move.
    if (store.outlasts && store.stamps!.lifetime![id]! <= store.ttl) return;
    if (store.cooling.add(id)) this.hearOf(now + store.ttl);
  }

  /** @param due when something is to happen, in seconds */
  private hearOf(due: number): void {
    if (due < this.nextDue) this.nextDue = due;
  }

  /** An entry, stamped and in its place, begins to wait for the end of its lifetime. */
  startLifetime(store: Level, id: number): void {
    const expiry = store.expiry!;
    if (expiry.add(id)) this.hearOf(expiry.next());
  }

  /** Stamps go along with an entry. */
  carry(from: Level, to: Level, id: number): void {
    if (!from.stamps) return;
    from.stamps.carryTo(to.stamps!, id);
    if (this.parts.restamp) to.stamps!.store(id, this.now);
    if (to.stamps!.expiresAt) to.stamps!.expiresAt[id] = this.endIn(to, id);
  }

  /** An entry that moved waits for the end of its lifetime where it lies now. */
  changeExpiry(from: Level, to: Level, id: number): void {
    if (!from.expiry || this.parts.sharesExpiry) return;
    from.expiry.remove(id);
    this.startLifetime(to, id);
  }
}
