import { type IdList, Links } from '../../structures/links.ts';
import type { EvictionContext, EvictionPolicy } from '../contract.ts';

/** What would be resident, as ids alone, if one policy decided. */
export interface Shadow {
  /** The flag of the ids that this shadow holds. */
  readonly mark: number;
  /** Hits, since whoever reads them has last set them to 0. */
  hits: number;
  request(id: number): void;
  remove(id: number): void;
}

/** Hears of every id that leaves a shadow. */
export interface ShadowOwner {
  left(mark: number, id: number): void;
}

/** The room that a shadow has, and the marks of the ids that it holds. */
class Room {
  readonly mark: number;
  private readonly capacity: number;
  private readonly flags: Uint8Array;
  private readonly owner: ShadowOwner;
  /** A shadow has sizes of its own: an id may enter it at another time, with another size, than it enters the cache. */
  readonly sizes: Float64Array | null;
  private readonly offered: Float64Array | null;
  private used = 0;

  /** @param flags by id, a bit for each shadow */
  constructor(mark: number, flags: Uint8Array, context: EvictionContext, owner: ShadowOwner) {
    this.mark = mark;
    this.capacity = context.capacity;
    this.flags = flags;
    this.owner = owner;
    this.offered = context.sizes;
    this.sizes = context.sizes && new Float64Array(context.universe);
  }

  holds(id: number): boolean {
    return (this.flags[id]! & this.mark) !== 0;
  }

  /** What a newcomer needs. */
  sizeOf(incoming: number): number {
    if (this.sizes === null) return 1;
    this.sizes[incoming] = this.offered![incoming]!;
    return this.sizes[incoming]!;
  }

  couldHold(size: number): boolean {
    return size <= this.capacity;
  }

  isFullFor(size: number): boolean {
    return this.used + size > this.capacity;
  }

  take(id: number, size: number): void {
    this.flags[id]! |= this.mark;
    this.used += size;
  }

  free(id: number): void {
    this.flags[id]! &= ~this.mark;
    this.used -= this.sizes === null ? 1 : this.sizes[id]!;
  }

  /** The policy has given an id up. */
  lose(id: number): void {
    this.free(id);
    this.owner.left(this.mark, id);
  }
}

/** The shadow of LRU, which every request goes through: a list, and no policy to be asked. */
export class LruShadow implements Shadow {
  readonly mark: number;
  hits = 0;
  private readonly room: Room;
  private readonly recency: IdList;

  constructor(mark: number, flags: Uint8Array, context: EvictionContext, owner: ShadowOwner) {
    this.mark = mark;
    this.room = new Room(mark, flags, context, owner);
    this.recency = new Links(context.universe, 1).list();
  }

  request(id: number): void {
    const { room, recency } = this;
    if (room.holds(id)) {
      recency.moveToHead(id);
      this.hits++;
      return;
    }
    const size = room.sizeOf(id);
    if (!room.couldHold(size)) return;
    while (room.isFullFor(size)) {
      const oldest = recency.tail;
      recency.unlink(oldest);
      room.lose(oldest);
    }
    recency.pushHead(id);
    room.take(id, size);
  }

  remove(id: number): void {
    if (!this.room.holds(id)) return;
    this.recency.unlink(id);
    this.room.free(id);
  }
}

/** The shadow of any policy. */
export class PolicyShadow implements Shadow {
  readonly mark: number;
  hits = 0;
  private readonly room: Room;
  private readonly policy: EvictionPolicy;
  private readonly selective: boolean;
  private readonly sheds: boolean;

  constructor(spec: string, mark: number, flags: Uint8Array, context: EvictionContext, owner: ShadowOwner) {
    this.mark = mark;
    this.room = new Room(mark, flags, context, owner);
    this.policy = context.build(spec, this.room.sizes);
    this.selective = this.policy.accepts !== undefined;
    this.sheds = this.policy.surplus !== undefined;
  }

  request(id: number): void {
    const { room, policy } = this;
    if (room.holds(id)) {
      policy.hit(id);
      this.hits++;
      if (this.sheds) this.shed();
      return;
    }
    const size = room.sizeOf(id);
    if ((this.selective && !policy.accepts!(id)) || !room.couldHold(size)) return;
    while (room.isFullFor(size)) {
      const victim = policy.evict(id);
      if (victim === id) return;
      room.lose(victim);
    }
    policy.insert(id);
    room.take(id, size);
    if (this.sheds) this.shed();
  }

  remove(id: number): void {
    if (!this.room.holds(id)) return;
    this.policy.remove(id);
    this.room.free(id);
  }

  /** Whether its policy still knows an id that it does not hold. */
  remembers(id: number): boolean {
    return this.policy.remembers?.(id) === true;
  }

  private shed(): void {
    for (let id = this.policy.surplus!(); id >= 0; id = this.policy.surplus!()) this.room.lose(id);
  }
}
