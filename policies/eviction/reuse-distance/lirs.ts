import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn, viewOf } from '../inspection.ts';

const UNKNOWN = 0;
/** In S. */
const LIR = 1;
/** Resident HIR, requested since the oldest LIR entry was: in S and Q. */
const HIR_IN_S = 2;
/** Resident HIR, requested longer ago: in Q. */
const HIR = 3;
/** Non-resident HIR: in S and NR. */
const NON_RESIDENT = 4;

/**
 * Low inter-reference recency set. An id's inter-reference recency (IRR) is the number of other ids between its last two
 * requests. Entries of low IRR (LIR, most of the cache) are safe; those of high IRR (HIR) pass through a short queue Q, whose
 * tail is evicted. The stack S orders by recency the LIR entries and all HIR ids, resident or not, requested since the oldest
 * of them was: a HIR id found in S has the lower IRR, and takes that entry's place. Pruning keeps a LIR entry at the bottom
 * of S; the list NR orders the non-residents by eviction and bounds them. With sizes all lengths are bytes.
 */
class Lirs implements EvictionPolicy {
  private readonly lirCapacity: number;
  private readonly nrCapacity: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for non-residents too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly status: Uint8Array;
  /** The head is the top of the stack. */
  private readonly s: IdList;
  private readonly q: IdList;
  private readonly nr: IdList;
  private lirLength = 0;
  private nrLength = 0;

  constructor(context: EvictionContext, hot: number, nonResident: number) {
    const { capacity, universe, sizes } = context;
    this.lirCapacity = Math.min(capacity - 1, Math.max(1, Math.floor(hot * capacity)));
    this.nrCapacity = Math.floor(nonResident * capacity);
    this.sizes = sizes;
    this.weight = sizes && new Float64Array(universe);
    this.status = new Uint8Array(universe);
    this.s = new Links(universe, 1).list();
    const links = new Links(universe, 2);
    this.q = links.list();
    this.nr = links.list();
  }

  hit(id: number): void {
    const { status, s, q } = this;
    if (status[id] === LIR) {
      const bottom = s.tail === id;
      s.moveToHead(id);
      if (bottom) this.prune();
      return;
    }
    const inS = status[id] === HIR_IN_S;
    if (this.joinsLir(id, inS && s.head !== id)) {
      q.unlink(id);
      this.enterLir(id, inS);
    } else {
      this.enterTop(id, inS);
      status[id] = HIR_IN_S;
      q.moveToHead(id);
    }
  }

  victim(_incoming: number): number {
    return this.q.empty ? this.s.tail : this.q.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.status[victim] === HIR_IN_S) {
      this.q.unlink(victim);
      this.status[victim] = NON_RESIDENT;
      this.nrLength += this.weigh(victim);
      this.nr.pushHead(victim);
      this.prune();
    } else this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const { status, s, nr } = this;
    const inS = status[id] === NON_RESIDENT;
    if (inS) this.leaveNr(id);
    // Only now, because the newcomer itself must not count among the non-residents that its evictions push out.
    while (this.nrLength > this.nrCapacity) {
      const oldest = nr.tail;
      this.leaveNr(oldest);
      s.unlink(oldest);
      status[oldest] = UNKNOWN;
    }
    if (this.weight) this.weight[id] = this.sizes![id]!;
    if (this.joinsLir(id, inS)) this.enterLir(id, inS);
    else {
      this.enterTop(id, inS);
      status[id] = HIR_IN_S;
      this.q.pushHead(id);
    }
  }

  remove(id: number): void {
    const { status } = this;
    const was = status[id];
    status[id] = UNKNOWN;
    if (was !== HIR) this.s.unlink(id);
    if (was !== LIR) this.q.unlink(id);
    else {
      this.lirLength -= this.weigh(id);
      this.prune();
    }
  }

  remembers(id: number): boolean {
    return this.status[id] !== UNKNOWN;
  }

  /** A requested HIR id becomes LIR while the LIR set has room, and in place of older entries when its IRR is low. */
  private joinsLir(id: number, lowIrr: boolean): boolean {
    const weight = this.weigh(id);
    return weight <= (lowIrr ? this.lirCapacity : this.lirCapacity - this.lirLength);
  }

  private enterLir(id: number, inS: boolean): void {
    this.enterTop(id, inS);
    this.status[id] = LIR;
    this.lirLength += this.weigh(id);
    this.prune();
    while (this.lirLength > this.lirCapacity) {
      const bottom = this.s.tail;
      this.s.unlink(bottom);
      this.status[bottom] = HIR;
      this.lirLength -= this.weigh(bottom);
      this.q.pushHead(bottom);
      this.prune();
    }
  }

  private enterTop(id: number, inS: boolean): void {
    if (inS) this.s.unlink(id);
    this.s.pushHead(id);
  }

  /** Takes HIR ids off the bottom of S, for their recency exceeds that of every LIR entry. */
  private prune(): void {
    const { s, status } = this;
    for (let bottom = s.tail; bottom !== s.sentinel && status[bottom] !== LIR; bottom = s.tail) {
      if (status[bottom] === NON_RESIDENT) {
        this.leaveNr(bottom);
        status[bottom] = UNKNOWN;
      } else status[bottom] = HIR;
      s.unlink(bottom);
    }
  }

  private leaveNr(id: number): void {
    this.nrLength -= this.weigh(id);
    this.nr.unlink(id);
  }

  private weigh(id: number): number {
    return this.weight ? this.weight[id]! : 1;
  }

  inspect(): PolicyPart[] {
    const { s, status } = this;
    const lir = [...s].filter(id => status[id] === LIR);
    const state = (id: number) => (status[id] === LIR ? 'L' : status[id] === NON_RESIDENT ? 'n' : 'h');
    return [residentsIn('LIR', lir), residentsIn('Q', this.q), ghostsIn('NR', this.nr), viewOf('S', s, state)];
  }
}

export const lirs = defineEviction({
  name: 'lirs',
  summary: 'Low inter-reference recency set: keeps what is requested again soon after its last request',
  about:
    'Ranks entries by the number of other ids between their last two uses instead of the time since the last one. ' +
    'Entries of low inter-reference recency fill nearly all of the cache; the others pass through a short queue. It ' +
    'wins on loops, scans and weak locality, where LRU fails; a hot set that moves on fast is noticed late.',
  paper: {
    authors: 'S. Jiang, X. Zhang',
    title: 'LIRS: an efficient low inter-reference recency set replacement policy to improve buffer cache performance',
    venue: 'SIGMETRICS',
    year: 2002,
  },
  parameters: {
    hot: {
      type: 'number',
      default: 0.99,
      min: 0,
      max: 1,
      summary: 'share of the LIR set; both sets hold at least one',
    },
    'non-resident': {
      type: 'number',
      default: 2,
      min: 0,
      summary: 'bound of the non-resident HIR ids that are remembered, as a multiple of the capacity',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, values) => Math.floor(values['non-resident'] * capacity),
  create: (context, values) => new Lirs(context, values.hot, values['non-resident']),
});
