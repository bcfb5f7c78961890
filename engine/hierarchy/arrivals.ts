import { CLIMBS, EVERY_LEVEL } from '../../policies/placement/contract.ts';
import { EXPIRED, INVALIDATED } from './events.ts';
import type { Level } from './level.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HierarchyParts } from './parts.ts';
import type { Residents } from './residents.ts';

/** How data enters the cache: by a fill after a miss, or by a client's set. */
export class Arrivals {
  private readonly parts: HierarchyParts;
  private readonly residents: Residents;
  private readonly lifetimes: Lifetimes;
  private readonly totalCapacity: number;
  /** Whether some newcomers fit nowhere: in entries, only a policy can say so. */
  private readonly selective: boolean;

  constructor(parts: HierarchyParts, residents: Residents, lifetimes: Lifetimes) {
    this.parts = parts;
    this.residents = residents;
    this.lifetimes = lifetimes;
    this.totalCapacity = parts.levels.reduce((sum, level) => sum + level.capacity, 0);
    this.selective = [parts.order, ...parts.levels.map(level => level.policy)].some(policy => policy?.accepts);
    if (parts.levels[0]!.sizes) this.selective = true;
  }

  /**
   * @param size bytes, or 1 where capacities count entries
   * @param ttl seconds, or `NO_TTL`
   */
  write(id: number, type: number, priority: number, size: number, ttl: number): void {
    this.writeAt(id, type, size, ttl, this.parts.placement.levelFor(type, priority));
  }

  /** @param place the level that the data enters, or `EVERY_LEVEL` */
  writeAt(id: number, type: number, size: number, ttl: number, place: number): void {
    const { parts } = this;
    if (parts.partitions.length > 0) {
      const partition = type > 0 ? parts.partitions[type - 1]! : null;
      if (parts.partitionsAnswer && parts.supersede) this.invalidateElsewhere(id, partition);
      if (partition) this.writeInto(partition, id, size, ttl);
      if (partition && parts.partitionsAnswer) return;
    }
    const depth = place === EVERY_LEVEL ? 0 : place === CLIMBS ? this.climb(id, size) : place;
    if (parts.inclusion !== 'exclusive') this.writeCopies(id, size, ttl, depth, place === EVERY_LEVEL);
    else if (!this.rewrite(id, size, ttl, depth)) this.admit(id, size, ttl, depth);
  }

  /** The level that a newcomer reaches from the last one, asking the promotion policy as if it had been hit; a resident's own. */
  private climb(id: number, size: number): number {
    const { residents, lifetimes } = this;
    const { levels, promotion } = this.parts;
    const home = residents.levelOf(id);
    if (home) return home.depth;
    let depth = levels.length - 1;
    for (; depth > 0; depth--) {
      const upper = levels[depth - 1]!;
      if (size > upper.capacity || promotion.constant === false) break;
      const victim = residents.whoMakesRoom(upper, id, size);
      if (victim === id) break;
      if (!(promotion.constant ?? promotion.promotes(id, lifetimes.now, victim, depth, depth - 1))) break;
    }
    return depth;
  }

  /** A typed key lives in its partition only, a general one in the levels only. */
  private invalidateElsewhere(id: number, home: Level | null): void {
    for (const store of this.residents.stores) {
      const away = home === null ? store.depth < 0 : store !== home;
      if (away && this.residents.holds(store, id)) this.residents.drop(store, id, INVALIDATED);
    }
  }

  /** Exclusive: a resident is overwritten where it lies, and moves up if it would be placed higher. */
  private rewrite(id: number, size: number, ttl: number, depth: number): boolean {
    const { residents } = this;
    const level = residents.levelOf(id);
    if (!level || !this.holdsAsLarge(level, id, size)) return false;
    this.overwrite(level, id, ttl);
    residents.touchInOrder(id);
    const target = this.parts.levels[depth]!;
    if (level.depth > depth && size <= target.capacity && residents.whoMakesRoom(target, id, size) !== id)
      residents.moveUp(level, target, id, size);
    else residents.touch(level, id);
    return true;
  }

  /** Inclusive, or neither: levels are written from the last one up to the place; superseding reaches all other copies too. */
  private writeCopies(id: number, size: number, ttl: number, depth: number, every: boolean): void {
    const { levels, inclusion, supersede } = this.parts;
    const lowest = every || inclusion === 'inclusive' ? levels.length - 1 : depth;
    let entered = true;
    for (let d = levels.length - 1; d >= 0; d--) {
      const level = levels[d]!;
      if (d >= depth && d <= lowest && entered) {
        entered = this.writeInto(level, id, size, ttl) || inclusion !== 'inclusive';
      } else if (supersede && this.holdsAsLarge(level, id, size)) this.overwrite(level, id, ttl);
    }
  }

  /**
   * New data for every copy, in place: nobody asked for it, so nobody is touched. Of another size, it enters anew where the fastest
   * copy lies.
   */
  refresh(id: number, type: number, size: number, ttl: number): void {
    const { residents } = this;
    const holders = residents.stores.filter(store => residents.holds(store, id));
    if (holders.every(store => residents.sizeIn(store, id) === size))
      for (const store of holders) this.overwrite(store, id, ttl);
    else this.writeAt(id, type, size, ttl, residents.levelOf(id)?.depth ?? 0);
  }

  /**
   * Whether the store holds the id in this size. In another size it is given up: its policy keeps books of sizes, and neither its
   * room nor its place in a size-aware order is what the new data takes, which therefore comes as a newcomer does.
   */
  private holdsAsLarge(store: Level, id: number, size: number): boolean {
    const { residents } = this;
    if (!residents.holds(store, id)) return false;
    if (residents.sizeIn(store, id) === size) return true;
    residents.drop(store, id, INVALIDATED);
    return false;
  }

  private overwrite(store: Level, id: number, ttl: number): void {
    const { residents } = this;
    this.lifetimes.restart(store, id, ttl);
    if (residents.changes) residents.changes.update(store.store, id);
  }

  /** @returns whether the store holds the id now */
  private writeInto(store: Level, id: number, size: number, ttl: number): boolean {
    const { residents } = this;
    if (this.holdsAsLarge(store, id, size)) {
      this.overwrite(store, id, ttl);
      residents.touch(store, id);
      return true;
    }
    if (!this.mayEnter(store, id, size)) return false;
    this.lifetimes.stamp(store, id, ttl);
    return residents.land(store, id, size);
  }

  private mayEnter(store: Level, id: number, size: number): boolean {
    if (!this.fits(store, id, size)) return false;
    const { admission } = store;
    if (!admission) return true;
    if (admission.accepts && !admission.accepts(id)) return false;
    if (!admission.admits) return true;
    const victim = this.residents.whoMakesRoom(store, id, size);
    return victim < 0 || (victim !== id && admission.admits(id, victim));
  }

  private fits(store: Level, id: number, size: number): boolean {
    if (store.sizes) store.sizes[id] = size;
    return (!store.policy.accepts || store.policy.accepts(id)) && size <= store.capacity;
  }

  /** Exclusive: a newcomer enters the level of its placement, or the first below that takes it. */
  private admit(id: number, size: number, ttl: number, depth: number): void {
    const { levels, order } = this.parts;
    if (order) {
      if (!this.makeRoomInOrder(id, size, depth)) return;
      const level = this.levelFor(id, size, depth);
      if (!level) return;
      // Stamped first: the order may look at lifetimes.
      this.lifetimes.stamp(level, id, ttl);
      this.residents.enterOrder(id, order);
      if (!this.residents.land(level, id, size)) order.remove(id);
      return;
    }
    for (let d = depth; d < levels.length; d++) {
      if (!this.mayEnter(levels[d]!, id, size)) continue;
      this.lifetimes.stamp(levels[d]!, id, ttl);
      if (this.residents.land(levels[d]!, id, size)) return;
    }
  }

  private fitsSomewhere(id: number, size: number): boolean {
    const { levels, order } = this.parts;
    const fitting = levels.filter(level => this.fits(level, id, size));
    return fitting.length > 0 && (!order?.accepts || order.accepts(id));
  }

  /** Unified residency: the order says who leaves the cache. @returns false when it refuses the newcomer */
  private makeRoomInOrder(id: number, size: number, depth: number): boolean {
    const { residents } = this;
    const { levels } = this.parts;
    const order = this.parts.order!;
    if (this.selective && !this.fitsSomewhere(id, size)) return false;
    const { admission } = levels[depth]!;
    if (admission?.accepts && !admission.accepts(id)) return false;
    while (residents.used + size > this.totalCapacity) {
      const dead = this.anyDead();
      if (dead) {
        residents.drop(dead.level, dead.id, EXPIRED);
        continue;
      }
      if (admission?.admits) {
        const victim = order.victim(id);
        if (victim === id || !admission.admits(id, victim)) return false;
      }
      const victim = order.evict(id);
      if (victim === id) return false;
      residents.evict(victim);
    }
    return true;
  }

  /**
   * Unified residency: where a newcomer begins. The fastest level whose victim it outranks and that can send that victim down;
   * else the level that its placement names, or the first below, that has room; else any above that has.
   */
  private levelFor(id: number, size: number, depth: number): Level | null {
    const { residents } = this;
    const { levels, promotion } = this.parts;
    let lowest = levels.length - 1;
    while (lowest >= 0 && !residents.hasRoom(levels[lowest]!, size)) lowest--;
    for (let d = 0; d < levels.length; d++) {
      const level = levels[d]!;
      if (size > level.capacity) continue;
      const victim = residents.whoMakesRoom(level, id, size);
      if (victim < 0 && d >= depth) return level;
      if (victim >= 0 && victim !== id && d < lowest && promotion.outranks?.(id, victim)) return level;
    }
    for (let d = depth - 1; d >= 0; d--) if (residents.hasRoom(levels[d]!, size)) return levels[d]!;
    // Bytes only: there is room in all, but nowhere in one piece. The lowest level that can hold it makes room.
    return levels.findLast(level => size <= level.capacity) ?? null;
  }

  private anyDead(): { level: Level; id: number } | null {
    for (const level of this.parts.levels) {
      const id = this.residents.firstDead(level);
      if (id >= 0) return { level, id };
    }
    return null;
  }
}
