import { InputError } from '../../../spec/input-error.ts';
import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { Contest } from './contest.ts';
import { LruShadow, PolicyShadow, type Shadow, type ShadowOwner } from './shadows.ts';

/** Bits of an id's flags: who holds it. */
const RESIDENT = 1;
const STRAY = 2;
const IN_LRU = 4;
const IN_FIRST_CHALLENGER = 8;
/** As many as the flags have room for. */
const MOST_CHALLENGERS = 5;

/**
 * LRU that follows a challenger while it leads. Shadows, of LRU and of each challenger, see every request as ids alone. The
 * cache follows one of them: its victim is the longest-standing resident that the followed shadow does not hold (a stray), so
 * its content turns into the shadow's without a flush. It starts with LRU, and a contest says when it goes over and when it
 * returns. It is therefore never far below LRU, however badly the challengers suit the workload.
 */
class Guarded implements EvictionPolicy, ShadowOwner {
  private readonly lru: Shadow;
  private readonly challengers: readonly PolicyShadow[];
  private readonly contest: Contest<Shadow>;
  private followed: Shadow;
  /** Strays but for the newest, the oldest at the tail. */
  private readonly strays: IdList;
  /** The newest stray, or -1. It is usually the next to leave, and then never enters the list. */
  private newest = -1;
  private readonly flags: Uint8Array;
  /** How many entries the cache holds when it is full; 0 while that is unknown. */
  private entries: number;
  private residents = 0;
  /** Requests from the last judgement to the next, how many of them are yet to come, and hits since the last. */
  private interval = 1;
  private untilJudgement = 1;
  private hits = 0;
  /** The newcomer whose request the shadows have seen already, or -1. */
  private seen = -1;

  constructor(context: EvictionContext, challengers: readonly string[]) {
    this.flags = new Uint8Array(context.universe);
    this.lru = new LruShadow(IN_LRU, this.flags, context, this);
    this.challengers = challengers.map(
      (spec, c) => new PolicyShadow(spec, IN_FIRST_CHALLENGER << c, this.flags, context, this),
    );
    this.contest = new Contest(this.lru, this.challengers);
    this.followed = this.lru;
    this.strays = new Links(context.universe, 1).list();
    this.entries = context.sizes ? 0 : context.capacity;
  }

  hit(id: number): void {
    this.seen = -1;
    this.hits++;
    this.request(id);
    const flags = this.flags[id]!;
    if ((flags & STRAY) !== 0 && (flags & this.followed.mark) !== 0) this.comeBack(id);
  }

  victim(incoming: number): number {
    if (this.seen !== incoming) {
      this.seen = incoming;
      this.request(incoming);
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
    if (this.seen !== id) this.request(id);
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
    for (const challenger of this.challengers) challenger.remove(id);
  }

  remembers(id: number): boolean {
    // The newcomer seen last is among them: the LRU shadow has taken it in.
    return this.flags[id] !== 0 || this.challengers.some(challenger => challenger.remembers(id));
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

  private request(id: number): void {
    const { challengers } = this;
    this.lru.request(id);
    for (let c = 0; c < challengers.length; c++) challengers[c]!.request(id);
    if (--this.untilJudgement === 0) this.judge();
  }

  private judge(): void {
    // With sizes, the number of entries is unknown until the cache is full for the first time.
    const entries = this.entries === 0 ? Math.max(1, this.residents) : this.entries;
    const followed = this.contest.judge(entries, this.interval, this.hits);
    this.hits = 0;
    this.interval = Contest.interval(entries);
    this.untilJudgement = this.interval;
    if (followed !== this.followed) this.follow(followed);
  }

  /** Goes over to a shadow: rare, so it may look at every id, and the ids that appeared first become the oldest strays. */
  private follow(shadow: Shadow): void {
    this.followed = shadow;
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
    'Shadows run beside the cache, of ids alone: LRU and each challenger. The cache follows LRU, goes over to the ' +
    'challenger that leads most once that has led by a clear margin, and returns when the lead is gone or a tenth of a ' +
    'cache-full of hits has been lost; each loss doubles the lead that is needed next time. It is never far below LRU and ' +
    'takes most of what the challengers win; each shadow costs time and memory.',
  paper: null,
  parameters: {
    challenger: {
      type: 'text',
      meaning: 'one spec, or several joined by `+`',
      default: 'lirs',
      summary: `specs of the policies that may take over, at most ${MOST_CHALLENGERS}`,
    },
  },
  capabilities: { sized: true, adaptive: true, ghosts: true },
  // Whom the shadows hold, and whom the challengers remember beside them.
  mostRemembered: (capacity, { challenger }, of) =>
    challenger.split('+').reduce((sum, spec) => sum + capacity + of(spec), capacity),
  create(context, { challenger }) {
    const challengers = challenger.split('+');
    if (challengers.length > MOST_CHALLENGERS)
      throw new InputError('guarded', `${challengers.length} challengers, at most ${MOST_CHALLENGERS} are possible`);
    return new Guarded(context, challengers);
  },
});
