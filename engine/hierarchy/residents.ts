import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { PromotionPolicy } from '../../policies/promotion/contract.ts';
import { BACK_INVALIDATED, type ChangeObserver, DEMOTED, EVICTED, EXPIRED, type Observer, PROMOTED } from './events.ts';
import type { Level } from './level.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HierarchyParts } from './parts.ts';

/** Who lies where, and the elementary moves: into a store, up, down and away. All of them keep the books. */
export class Residents {
  /** All partitions, then all levels: a store's number is its place here. */
  readonly stores: readonly Level[];
  readonly levels: readonly Level[];
  /** The same one, where it hears of everything: most need not, and to announce an insertion its victim must be known first. */
  observer: Observer | null = null;
  changes: ChangeObserver | null = null;
  /** Entries or bytes in all levels, partitions left out. */
  used = 0;

  /** Entries or bytes that moved between levels. */
  moved = 0;
  /** Moves from store a to store b, at a × stores + b. */
  readonly promotions: Float64Array;
  readonly demotions: Float64Array;

  /** By id: bit s is set where store s holds it. */
  private readonly where: Uint16Array;
  private readonly parts: HierarchyParts;
  private readonly lifetimes: Lifetimes;
  /** The first level's bit. */
  private readonly ladder: number;
  private readonly inclusive: boolean;
  private readonly orderSheds: boolean;
  /** Hears whom levels give up; null if nobody does. */
  private readonly audience: PromotionPolicy | null;

  constructor(parts: HierarchyParts, lifetimes: Lifetimes) {
    this.parts = parts;
    this.lifetimes = lifetimes;
    this.levels = parts.levels;
    this.stores = [...parts.partitions, ...parts.levels];
    this.ladder = parts.partitions.length;
    this.inclusive = parts.inclusion === 'inclusive';
    this.orderSheds = parts.order?.surplus !== undefined;
    this.audience = parts.promotion.gaveUp ? parts.promotion : null;
    this.where = parts.where;
    this.promotions = new Float64Array(this.stores.length ** 2);
    this.demotions = new Float64Array(this.stores.length ** 2);
  }

  holds(store: Level, id: number): boolean {
    return ((this.where[id]! >> store.store) & 1) === 1;
  }

  /** Whether any store holds the id. */
  has(id: number): boolean {
    return this.where[id] !== 0;
  }

  anyLevelHolds(id: number): boolean {
    return this.where[id]! >> this.ladder !== 0;
  }

  /** The fastest level that holds the id, or null. */
  levelOf(id: number): Level | null {
    const bits = this.where[id]! >> this.ladder;
    return bits === 0 ? null : this.levels[31 - Math.clz32(bits & -bits)]!;
  }

  liesBelow(level: Level, id: number): boolean {
    return this.where[id]! >> (level.store + 1) !== 0;
  }

  hasRoom(store: Level, size: number): boolean {
    return store.used + size <= store.capacity;
  }

  firstDead(store: Level): number {
    return store.expiry ? store.expiry.firstDead(store.store) : -1;
  }

  /** Who would leave a store for a newcomer: an id, the newcomer itself (refused), or -1 (there is room, or a dead entry). */
  whoMakesRoom(store: Level, id: number, size: number): number {
    if (store.sizes) store.sizes[id] = size;
    return this.hasRoom(store, size) || this.firstDead(store) >= 0 ? -1 : store.policy.victim(id);
  }

  /** Makes room in a store and puts a newcomer, stamped, into it. @returns false when the store's policy refuses */
  land(store: Level, id: number, size: number): boolean {
    if (!this.settle(store, id, size)) return false;
    if (store.expiry) this.lifetimes.startLifetime(store, id);
    return true;
  }

  /** @returns whether the upper level holds the id now */
  copyUp(from: Level, to: Level, id: number, size: number): boolean {
    this.lifetimes.carry(from, to, id);
    if (!this.land(to, id, size)) return false;
    this.countPromotion(from, to, size);
    return true;
  }

  /** A resident that was asked for, or overwritten, moves to a level above. */
  moveUp(from: Level, to: Level, id: number, size: number): void {
    if (from.admission?.hit && !this.parts.order) from.admission.hit(id);
    from.policy.remove(id);
    this.release(from, id, size);
    this.lifetimes.carry(from, to, id);
    if (!this.settle(to, id, size)) {
      this.lose(from, id, EVICTED);
      return;
    }
    this.lifetimes.changeExpiry(from, to, id);
    this.depart(from, id, PROMOTED);
    this.countPromotion(from, to, size);
  }

  /**
   * An entry that its level has given up goes to the nearest level below that can hold it.
   * @param asked whether the demotion policy has a say
   * @returns false when it found no place there
   */
  moveDown(from: Level, id: number, size: number, asked: boolean): boolean {
    if (from.depth < 0 || this.liesBelow(from, id)) return false;
    let depth = from.depth + 1;
    while (depth < this.levels.length && size > this.levels[depth]!.capacity) depth++;
    if (depth === this.levels.length) return false;
    const to = this.levels[depth]!;
    if (asked && !this.demotes(from, id, to, size)) return false;
    this.lifetimes.carry(from, to, id);
    if (!this.settle(to, id, size)) return false;
    this.lifetimes.changeExpiry(from, to, id);
    this.depart(from, id, DEMOTED);
    to.demotedIn++;
    this.moved += size;
    this.demotions[from.store * this.stores.length + to.store]!++;
    return true;
  }

  private demotes(from: Level, id: number, to: Level, size: number): boolean {
    const { demotion } = this.parts;
    return demotion.constant ?? demotion.demotes(id, this.whoMakesRoom(to, id, size), from.depth);
  }

  /** A resident leaves for good. */
  drop(store: Level, id: number, cause: number): void {
    store.policy.remove(id);
    this.release(store, id, this.sizeIn(store, id));
    this.lose(store, id, cause);
  }

  /** Unified residency: the order has chosen who leaves the cache. */
  evict(id: number): void {
    const level = this.levelOf(id)!;
    if (this.audience) this.audience.gaveUp!(id, level.depth);
    level.policy.remove(id);
    this.release(level, id, this.sizeIn(level, id));
    if (level.expiry) level.expiry.remove(id);
    this.depart(level, id, EVICTED);
  }

  /** Takes an id, which the store's policy has given up, off the store; it is on its way to another. */
  release(store: Level, id: number, size: number): void {
    this.where[id]! &= ~(1 << store.store);
    store.used -= size;
    if (store.depth >= 0) this.used -= size;
    store.residents--;
  }

  /** An id that was released found no other place. */
  lose(store: Level, id: number, cause: number): void {
    if (store.expiry) store.expiry.remove(id);
    if (this.parts.order && store.depth >= 0) this.parts.order.remove(id);
    this.depart(store, id, cause);
  }

  /** A resident was asked for, or overwritten in place. */
  touch(store: Level, id: number): void {
    store.policy.hit(id);
    if (store.sheds) this.shed(store);
  }

  /** Unified residency: a resident was asked for, or overwritten. */
  touchInOrder(id: number): void {
    const { order } = this.parts;
    if (!order) return;
    order.hit(id);
    if (this.orderSheds) this.shedFromOrder(order);
  }

  /** Unified residency: an id is about to land. */
  enterOrder(id: number, order: EvictionPolicy): void {
    order.insert(id);
    if (this.orderSheds) this.shedFromOrder(order);
  }

  private shedFromOrder(order: EvictionPolicy): void {
    for (let id = order.surplus!(); id >= 0; id = order.surplus!()) this.evict(id);
  }

  /** Bytes of a resident, or 1 where capacities count entries. */
  sizeIn(store: Level, id: number): number {
    return store.sizes ? store.sizes[id]! : 1;
  }

  /** An id left a store: counts it, and where levels include those above, takes it from these too. */
  private depart(store: Level, id: number, cause: number): void {
    store.left[cause]!++;
    if (this.changes) this.changes.leave(store.store, id, cause);
    if (this.inclusive)
      for (let depth = 0; depth < store.depth; depth++)
        if (this.holds(this.levels[depth]!, id)) this.drop(this.levels[depth]!, id, BACK_INVALIDATED);
  }

  /** The part of landing that newcomers and movers have in common. */
  private settle(store: Level, id: number, size: number): boolean {
    if (store.sizes) store.sizes[id] = size;
    if (this.observer) {
      // Asked to evict, a policy that refuses the newcomer learns of it, whether somebody listens or not.
      if (this.whoMakesRoom(store, id, size) === id) {
        store.policy.evict(id);
        return false;
      }
      this.observer.insert(store.store, id);
    }
    while (store.used + size > store.capacity) {
      const dead = this.firstDead(store);
      if (dead >= 0) this.drop(store, dead, EXPIRED);
      else {
        const victim = store.policy.evict(id);
        if (victim === id) return false;
        this.displace(store, victim);
      }
    }
    store.policy.insert(id);
    this.where[id]! |= 1 << store.store;
    store.used += size;
    if (store.depth >= 0) this.used += size;
    store.residents++;
    store.inserted++;
    if (store.stamps) this.lifetimes.startStay(store, id);
    if (store.sheds) this.shed(store);
    return true;
  }

  /** Lets those go who have to although nobody needs their room: down, or away. Nothing dead moves on. */
  private shed(store: Level): void {
    const { policy, expiry } = store;
    for (let id = policy.surplus!(); id >= 0; id = policy.surplus!()) {
      if (expiry?.isDead(id)) {
        this.release(store, id, this.sizeIn(store, id));
        this.lose(store, id, EXPIRED);
      } else this.displace(store, id);
    }
  }

  /** A store's policy has chosen this id to make room: it goes down or away. */
  private displace(store: Level, id: number): void {
    if (this.audience && store.depth >= 0) this.audience.gaveUp!(id, store.depth);
    const size = this.sizeIn(store, id);
    this.release(store, id, size);
    if (!this.moveDown(store, id, size, true)) this.lose(store, id, EVICTED);
  }

  private countPromotion(from: Level, to: Level, size: number): void {
    to.promotedIn++;
    this.moved += size;
    this.promotions[from.store * this.stores.length + to.store]!++;
  }
}
