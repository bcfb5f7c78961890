import { EVICTED, EXPIRED } from './events.ts';
import type { Level } from './level.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HierarchyParts } from './parts.ts';
import type { Residents } from './residents.ts';

/** Time passes: stays in a level end, and lifetimes end. */
export class Aging {
  private readonly residents: Residents;
  private readonly lifetimes: Lifetimes;
  private readonly unified: boolean;

  constructor(parts: HierarchyParts, residents: Residents, lifetimes: Lifetimes) {
    this.residents = residents;
    this.lifetimes = lifetimes;
    this.unified = parts.order !== null;
  }

  /** Applies all deadlines before now, each at its own time, in their order; then it is now. */
  advance(now: number): void {
    const { stores } = this.residents;
    for (;;) {
      let due = Number.POSITIVE_INFINITY;
      let store: Level | null = null;
      let dies = false;
      for (const each of stores) {
        const death = each.expiry ? each.expiry.next() : Number.POSITIVE_INFINITY;
        if (death < due) {
          due = death;
          store = each;
          dies = true;
        }
        const coolest = each.cooling ? each.cooling.first() : -1;
        if (coolest >= 0 && each.cooling!.deadlineOf(coolest) < due) {
          due = each.cooling!.deadlineOf(coolest);
          store = each;
          dies = false;
        }
      }
      this.lifetimes.nextDue = due;
      if (!(now > due)) {
        this.lifetimes.now = now;
        return;
      }
      this.lifetimes.now = due;
      if (dies) this.die(store!);
      else this.cool(store!);
    }
  }

  /** The dead stay where they lie, until they are looked up or make room. */
  private die(store: Level): void {
    const expiry = store.expiry!;
    const id = expiry.takeFirst();
    if (expiry.isDead(id)) return;
    const holder = this.residents.holds(store, id) ? store : this.residents.levelOf(id)!;
    expiry.bury(id, holder.store);
  }

  /** An entry's stay in its level ends: it moves down, to the newest end of the next level that could hold it; else it stays. */
  private cool(level: Level): void {
    const { residents } = this;
    const id = level.cooling!.takeFirst();
    if (level.expiry?.isDead(id)) return;
    const size = residents.sizeIn(level, id);
    const below = this.levelBelow(level, size);
    if (residents.liesBelow(level, id)) residents.drop(level, id, EXPIRED);
    else if (!below) this.stay(level, id);
    else if (this.unified && !this.clearDead(below, size)) this.exchange(level, below, id, size);
    else this.sendDown(level, id, size);
  }

  /** The nearest level below that could hold an entry of this size, or null. */
  private levelBelow({ depth }: Level, size: number): Level | null {
    const { levels } = this.residents;
    for (let d = depth + 1; d < levels.length; d++) if (size <= levels[d]!.capacity) return levels[d]!;
    return null;
  }

  /** The dead make room, as far as there are any. @returns whether there is room */
  private clearDead(level: Level, size: number): boolean {
    const { residents } = this;
    while (!residents.hasRoom(level, size)) {
      const dead = residents.firstDead(level);
      if (dead < 0) return false;
      residents.drop(level, dead, EXPIRED);
    }
    return true;
  }

  /** An entry that can go nowhere begins another stay. */
  private stay(level: Level, id: number): void {
    level.stamps!.enter(id, this.lifetimes.now);
    level.cooling!.add(id);
  }

  private sendDown(level: Level, id: number, size: number): void {
    level.policy.remove(id);
    this.residents.release(level, id, size);
    if (!this.residents.moveDown(level, id, size, false)) this.residents.lose(level, id, EVICTED);
  }

  /**
   * Unified residency: nobody leaves the cache because an entry cools. Where the level below is full, its victim comes up
   * in exchange; where sizes do not allow that, the entry begins another stay.
   */
  private exchange(level: Level, below: Level, id: number, size: number): void {
    const { residents } = this;
    const other = below.policy.victim(id);
    const otherSize = other === id ? size : residents.sizeIn(below, other);
    const fits = level.used - size + otherSize <= level.capacity && below.used - otherSize + size <= below.capacity;
    if (other === id || !fits) {
      this.stay(level, id);
      return;
    }
    level.policy.remove(id);
    residents.release(level, id, size);
    residents.moveUp(below, level, other, otherSize);
    if (!residents.moveDown(level, id, size, false)) residents.lose(level, id, EVICTED);
  }
}
