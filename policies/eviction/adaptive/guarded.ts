import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { LruShadow, PolicyShadow, type Shadow, type ShadowOwner } from './shadows.ts';

/** Requests over which a lead is averaged, as a multiple of the capacity. */
const WINDOW = 16;
/** How often the lead is judged: this many times in as many requests as the cache has entries. */
const JUDGEMENTS = 32;
/** Mean lead that starts the first challenge, in hits per request. */
const LEAD = 0.01;
/** Hits lost against the LRU shadow that end a challenge, as a share of the capacity. */
const TOLERANCE = 0.1;

/** Bits of an id's flags: who holds it. */
const IN_LRU = 1;
const IN_CHALLENGER = 2;
const RESIDENT = 4;
const STRAY = 8;

/**
 * LRU that follows a challenger while it leads. Two shadows, LRU and the challenger, see every request as ids alone. The
 * cache follows one of them: its victim is the longest-standing resident that the followed shadow does not hold (a stray), so
 * its content turns into the shadow's without a flush. It starts with LRU; it goes over when the challenger's lead, averaged
 * over 16 × capacity requests, exceeds 1 %; it returns when the lead is gone, or when the cache has lost 0.1 × capacity hits
 * against the LRU shadow, and each such loss doubles the lead that the next challenge needs. It is therefore never far below
 * LRU, however badly the challenger suits the workload.
 */
class Guarded implements EvictionPolicy, ShadowOwner {
  private readonly lru: LruShadow;
  private readonly challenger: PolicyShadow;
  private followed: Shadow;
  /** Strays but for the newest, the oldest at the tail. */
  private readonly strays: IdList;
  /** The newest stray, or -1. It is usually the next to leave, and then never enters the list. */
  private newest = -1;
  private readonly flags: Uint8Array;
  /** How many entries the cache holds when it is full; 0 while that is unknown. */
  private entries: number;
  private residents = 0;
  private penalty = 1;
  /** Decayed sum of the challenger's hits minus LRU's, as of the last judgement; and that difference since. */
  private lead = 0;
  private gained = 0;
  private untilJudgement = 1;
  /** Hits that the cache lost against LRU during the present challenge. */
  private lost = 0;
  /** The newcomer whose request the shadows have seen already, or -1. */
  private seen = -1;

  constructor(context: EvictionContext, challenger: string) {
    this.flags = new Uint8Array(context.universe);
    this.lru = new LruShadow(IN_LRU, this.flags, context, this);
    this.challenger = new PolicyShadow(challenger, IN_CHALLENGER, this.flags, context, this);
    this.followed = this.lru;
    this.strays = new Links(context.universe, 1).list();
    this.entries = context.sizes ? 0 : context.capacity;
  }

  hit(id: number): void {
    this.seen = -1;
    this.request(id, 1);
    const flags = this.flags[id]!;
    if ((flags & STRAY) !== 0 && (flags & this.followed.mark) !== 0) this.comeBack(id);
  }

  victim(incoming: number): number {
    if (this.seen !== incoming) {
      this.seen = incoming;
      this.request(incoming, 0);
    }
    // Without a stray the followed shadow has no room for the newcomer either.
    const refused = (this.flags[incoming]! & this.followed.mark) === 0;
    if (refused) return incoming;
    if (!this.strays.empty) return this.strays.tail;
    return this.newest < 0 ? incoming : this.newest;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim === incoming) {
      // The request is over: the next one for the same id is a new one.
      this.seen = -1;
      return incoming;
    }
    this.comeBack(victim);
    this.flags[victim]! &= ~RESIDENT;
    this.entries = this.residents--;
    return victim;
  }

  insert(id: number): void {
    if (this.seen !== id) this.request(id, 0);
    this.seen = -1;
    this.flags[id]! |= RESIDENT;
    this.residents++;
    if ((this.flags[id]! & this.followed.mark) === 0) this.stray(id);
  }

  remove(id: number): void {
    if ((this.flags[id]! & STRAY) !== 0) this.comeBack(id);
    this.flags[id]! &= ~RESIDENT;
    this.residents--;
    this.lru.remove(id);
    this.challenger.remove(id);
  }

  remembers(id: number): boolean {
    // The newcomer seen last is among them: the LRU shadow has taken it in.
    return this.flags[id] !== 0 || this.challenger.remembers(id);
  }

  /** An id left a shadow. */
  left(mark: number, id: number): void {
    if (mark === this.followed.mark && (this.flags[id]! & RESIDENT) !== 0) this.stray(id);
  }

  private stray(id: number): void {
    this.flags[id]! |= STRAY;
    if (this.newest >= 0) this.strays.pushHead(this.newest);
    this.newest = id;
  }

  private comeBack(id: number): void {
    this.flags[id]! &= ~STRAY;
    if (id === this.newest) this.newest = -1;
    else this.strays.unlink(id);
  }

  private request(id: number, hit: number): void {
    const lruHit = this.lru.request(id);
    const challengerHit = this.challenger.request(id);
    this.gained += challengerHit - lruHit;
    this.lost += lruHit - hit;
    if (--this.untilJudgement === 0) this.judge();
  }

  private judge(): void {
    // With sizes, the number of entries is unknown until the cache is full for the first time.
    const entries = this.entries === 0 ? Math.max(1, this.residents) : this.entries;
    const requests = Math.max(1, Math.floor(entries / JUDGEMENTS));
    this.lead = this.lead * (1 - requests / (WINDOW * entries)) + this.gained;
    this.gained = 0;
    this.untilJudgement = requests;
    if (this.followed === this.lru) {
      if (this.lead > this.penalty * LEAD * WINDOW * entries) this.follow(this.challenger);
      return;
    }
    if (this.lost >= TOLERANCE * entries) {
      this.penalty *= 2;
      this.follow(this.lru);
    } else if (this.lead <= 0) this.follow(this.lru);
  }

  /** Goes over to a shadow: rare, so it may look at every id, and the ids that appeared first become the oldest strays. */
  private follow(shadow: Shadow): void {
    this.followed = shadow;
    this.lost = 0;
    for (let id = 0; id < this.flags.length; id++) {
      const flags = this.flags[id]!;
      if ((flags & RESIDENT) === 0) continue;
      const strays = (flags & shadow.mark) === 0;
      if (strays && (flags & STRAY) === 0) this.stray(id);
      else if (!strays && (flags & STRAY) !== 0) this.comeBack(id);
    }
  }
}

export const guarded = defineEviction({
  name: 'guarded',
  summary: 'LRU that follows a challenger while it leads, and returns before it has lost much',
  about:
    'Two id-only shadows run beside the cache: LRU and a challenger. The cache follows LRU, goes over to the ' +
    'challenger once that has led by a clear margin, and returns when the lead is gone or a tenth of a cache-full ' +
    'of hits has been lost; each loss doubles the lead that is needed next time. It is never far below LRU and ' +
    'takes most of what the challenger wins; two shadows cost time and memory.',
  paper: null,
  parameters: {
    challenger: { type: 'text', default: 'lirs', summary: 'spec of the policy that may take over' },
  },
  capabilities: { sized: true, adaptive: true, ghosts: true },
  // Whom the shadows hold, and whom the challenger remembers beside them.
  mostRemembered: (capacity, { challenger }, of) => 2 * capacity + of(challenger),
  create: (context, { challenger }) => new Guarded(context, challenger),
});
