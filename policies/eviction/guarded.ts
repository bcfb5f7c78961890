import { type IdList, Links } from '../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from './contract.ts';

/** Requests over which a lead is averaged, as a multiple of the capacity. */
const WINDOW = 16;
/** Mean lead that starts the first challenge, in hits per request. */
const LEAD = 0.01;
/** Hits lost against the LRU shadow that end a challenge, as a share of the capacity. */
const TOLERANCE = 0.1;

/** A policy run on ids alone: what would be resident if it alone decided. */
class Shadow {
  private readonly policy: EvictionPolicy;
  /** A shadow has sizes of its own: an id may enter it at another time, with another size, than it enters the cache. */
  private readonly sizes: Float64Array | null;
  private readonly offered: Float64Array | null;
  private readonly capacity: number;
  private used = 0;
  /** 1 where the id is resident in this shadow. */
  readonly holds: Uint8Array;

  constructor(spec: string, context: EvictionContext) {
    this.offered = context.sizes;
    this.sizes = context.sizes && new Float64Array(context.universe);
    this.policy = context.build(spec, this.sizes);
    this.capacity = context.capacity;
    this.holds = new Uint8Array(context.universe);
  }

  /** The id is requested; `owner` hears of every id that leaves. @returns 1 for a hit, 0 for a miss */
  request(id: number, owner: Guarded): number {
    if (this.holds[id] === 1) {
      this.policy.hit(id);
      return 1;
    }
    let room = 1;
    if (this.sizes) {
      room = this.offered![id]!;
      this.sizes[id] = room;
    }
    if (room > this.capacity || (this.policy.accepts && !this.policy.accepts(id))) return 0;
    while (this.used + room > this.capacity) {
      const victim = this.policy.evict(id);
      if (victim === id) return 0;
      this.holds[victim] = 0;
      this.used -= this.sizes ? this.sizes[victim]! : 1;
      owner.left(this, victim);
    }
    this.policy.insert(id);
    this.holds[id] = 1;
    this.used += room;
    return 0;
  }

  remove(id: number): void {
    if (this.holds[id] === 0) return;
    this.policy.remove(id);
    this.holds[id] = 0;
    this.used -= this.sizes ? this.sizes[id]! : 1;
  }
}

/**
 * LRU that follows a challenger while it leads. Two shadows, LRU and the challenger, see every request as ids alone. The
 * cache follows one of them: its victim is the longest-standing resident that the followed shadow does not hold (a stray), so
 * its content turns into the shadow's without a flush. It starts with LRU; it goes over when the challenger's lead, averaged
 * over 16 × capacity requests, exceeds 1 %; it returns when the lead is gone, or when the cache has lost 0.1 × capacity hits
 * against the LRU shadow, and each such loss doubles the lead that the next challenge needs. It is therefore never far below
 * LRU, however badly the challenger suits the workload.
 */
class Guarded implements EvictionPolicy {
  private readonly lru: Shadow;
  private readonly challenger: Shadow;
  private followed: Shadow;
  /** Residents that the followed shadow holds, and those that it does not. */
  private kept: IdList;
  private strays: IdList;
  private readonly resident: Uint8Array;
  /** How many entries the cache holds when it is full; with sizes, known only once it is. */
  private entries: number;
  private residents = 0;
  private penalty = 1;
  /** Decayed sum of the challenger's hits minus LRU's. */
  private lead = 0;
  /** Hits that the cache lost against LRU during the present challenge. */
  private lost = 0;
  /** The newcomer whose request the shadows have seen already, or -1. */
  private seen = -1;

  constructor(context: EvictionContext, challenger: string) {
    this.lru = new Shadow('lru', context);
    this.challenger = new Shadow(challenger, context);
    this.followed = this.lru;
    const links = new Links(context.universe, 2);
    this.kept = links.list();
    this.strays = links.list();
    this.resident = new Uint8Array(context.universe);
    this.entries = context.sizes ? Number.POSITIVE_INFINITY : context.capacity;
  }

  hit(id: number): void {
    this.seen = -1;
    const stray = this.followed.holds[id] === 0;
    this.request(id, 1);
    if (stray && this.followed.holds[id] === 1) {
      this.strays.unlink(id);
      this.kept.pushHead(id);
    }
  }

  victim(incoming: number): number {
    if (this.seen !== incoming) {
      this.seen = incoming;
      this.request(incoming, 0);
    }
    // Without a stray the followed shadow has no room for the newcomer either.
    return this.strays.empty || this.followed.holds[incoming] === 0 ? incoming : this.strays.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) return incoming;
    this.strays.unlink(victim);
    this.resident[victim] = 0;
    this.entries = this.residents--;
    return victim;
  }

  insert(id: number): void {
    if (this.seen !== id) this.request(id, 0);
    this.seen = -1;
    this.resident[id] = 1;
    this.residents++;
    if (this.followed.holds[id] === 1) this.kept.pushHead(id);
    else this.strays.pushHead(id);
  }

  remove(id: number): void {
    this.kept.unlink(id);
    this.resident[id] = 0;
    this.residents--;
    this.lru.remove(id);
    this.challenger.remove(id);
  }

  /** An id left a shadow. */
  left(shadow: Shadow, id: number): void {
    if (shadow !== this.followed || this.resident[id] === 0) return;
    this.kept.unlink(id);
    this.strays.pushHead(id);
  }

  private request(id: number, hit: number): void {
    const lruHit = this.lru.request(id, this);
    const challengerHit = this.challenger.request(id, this);
    const window = WINDOW * this.entries;
    this.lead += challengerHit - lruHit - this.lead / window;
    if (this.followed === this.lru) {
      if (this.lead > this.penalty * LEAD * window) this.follow(this.challenger);
      return;
    }
    this.lost += lruHit - hit;
    if (this.lost >= TOLERANCE * this.entries) {
      this.penalty *= 2;
      this.follow(this.lru);
    } else if (this.lead <= 0) this.follow(this.lru);
  }

  private follow(shadow: Shadow): void {
    this.followed = shadow;
    this.lost = 0;
    const residents = [...this.strays, ...this.kept];
    for (const id of residents) this.kept.unlink(id);
    for (const id of residents) (shadow.holds[id] === 1 ? this.kept : this.strays).pushHead(id);
  }
}

export const guarded = defineEviction({
  name: 'guarded',
  summary: 'LRU that follows a challenger while it leads, and returns before it has lost much',
  paper: null,
  parameters: {
    challenger: { type: 'text', default: 'lirs', summary: 'spec of the policy that may take over' },
  },
  capabilities: { sized: true, adaptive: true, ghosts: true },
  create: (context, { challenger }) => new Guarded(context, challenger),
});
