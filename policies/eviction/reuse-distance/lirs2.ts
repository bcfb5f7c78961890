import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

const UNKNOWN = 0;
const LIR = 1;
/** Resident HIR, in Q. */
const HIR = 2;
/** Non-resident HIR, in NR. */
const NON_RESIDENT = 3;

/** In place of an instance: there is none. */
const NOBODY = -1;

/**
 * LIRS with the sum of a block's last two reuse distances for its measure of locality. Each block stands in the stack S twice:
 * its instance 1 marks its last access, its instance 2 the one before. R_max2 is the lowest instance 2 of a LIR block; what
 * lies below it is no longer in S. On an access the old instance 2 goes to the top and the two change roles; if it was still
 * in S, the block's two reuse distances sum to less than those of the LIR block at R_max2, and the block takes its place.
 * Q and NR are as in LIRS: resident HIR blocks, the last of which is evicted, and non-resident ones. When S grows longer
 * than its bound, HIR instances are taken from its lower end. As in Caffeine, a block accessed twice in a row was accessed once.
 */
class Lirs2 implements EvictionPolicy {
  private readonly lirCapacity: number;
  private readonly nrCapacity: number;
  private readonly sCapacity: number;
  private readonly status: Uint8Array;
  /** Which of the instances 2k and 2k + 1 of id k is its instance 1: 0 or 1. */
  private readonly recent: Uint8Array;
  /** The block was accessed once only: its instance 2 keeps a place, but marks nothing. */
  private readonly single: Uint8Array;
  /** By instance, whether it is in S, at or above R_max2. */
  private readonly inS: Uint8Array;
  /** Instances; those below R_max2 are still linked. */
  private readonly s: IdList;
  private readonly q: IdList;
  private readonly nr: IdList;
  private lirLength = 0;
  private nrLength = 0;
  /** Number of instances in S. */
  private sLength = 0;
  private rMax2 = NOBODY;
  /** Where pruning goes on: below it, down to R_max2, are instances of LIR blocks only. The sentinel: these are all there are. */
  private cursor = NOBODY;
  /** The id accessed last, or NOBODY. */
  private last = NOBODY;

  constructor({ capacity, universe }: EvictionContext, hot: number, nonResident: number, stack: number) {
    this.lirCapacity = Math.min(capacity - 1, Math.max(1, Math.floor(hot * capacity)));
    this.nrCapacity = Math.floor(nonResident * capacity);
    this.sCapacity = Math.floor(stack * capacity);
    this.status = new Uint8Array(universe);
    this.recent = new Uint8Array(universe);
    this.single = new Uint8Array(universe);
    this.inS = new Uint8Array(2 * universe);
    this.s = new Links(2 * universe, 1).list();
    const links = new Links(universe, 2);
    this.q = links.list();
    this.nr = links.list();
  }

  hit(id: number): void {
    if (id === this.last) return;
    this.access(id);
  }

  victim(_incoming: number): number {
    return this.q.empty ? this.rMax2 >> 1 : this.q.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.status[victim] === LIR) this.remove(victim);
    else {
      this.q.unlink(victim);
      this.nr.pushHead(victim);
      this.nrLength++;
      this.status[victim] = NON_RESIDENT;
    }
    return victim;
  }

  insert(id: number): void {
    // Only a removal leaves room among the LIR blocks later on; whoever takes it starts anew.
    const startsAnew = this.status[id] === UNKNOWN || this.lirLength < this.lirCapacity;
    if (this.status[id] === NON_RESIDENT) {
      this.nr.unlink(id);
      this.nrLength--;
      if (startsAnew) this.forget(id);
    }
    if (startsAnew) this.enter(id);
    else this.access(id);
    while (this.nrLength > this.nrCapacity) {
      const oldest = this.nr.tail;
      this.nr.unlink(oldest);
      this.nrLength--;
      this.forget(oldest);
    }
  }

  remove(id: number): void {
    if (this.status[id] === LIR) this.lirLength--;
    else this.q.unlink(id);
    this.forget(id);
  }

  remembers(id: number): boolean {
    return this.status[id] !== UNKNOWN;
  }

  private access(id: number): void {
    const { status, s, q, inS, recent, single } = this;
    const instance = 2 * id + 1 - recent[id]!;
    const lowIrr = inS[instance] === 1 && single[id] === 0;
    recent[id]! ^= 1;
    single[id] = 0;
    this.last = id;
    this.leaveS(instance);
    s.pushHead(instance);
    this.enterS(instance);
    if (status[id] === HIR) q.unlink(id);
    if (status[id] !== LIR) {
      if (lowIrr) this.promote(id);
      else {
        status[id] = HIR;
        q.pushHead(id);
      }
    }
    this.prune();
  }

  /** Both instances of a new block enter S. */
  private enter(id: number): void {
    const { status, s } = this;
    const isLir = this.lirLength < this.lirCapacity;
    status[id] = isLir ? LIR : HIR;
    if (isLir) this.lirLength++;
    else this.q.pushHead(id);
    this.recent[id] = 0;
    this.single[id] = 1;
    this.last = id;
    s.pushHead(2 * id + 1);
    if (this.rMax2 === NOBODY && isLir) {
      this.rMax2 = 2 * id + 1;
      this.cursor = 2 * id + 1;
    }
    s.pushHead(2 * id);
    this.enterS(2 * id + 1);
    this.enterS(2 * id);
    this.prune();
  }

  private promote(id: number): void {
    const { status } = this;
    const demoted = this.rMax2 >> 1;
    status[id] = LIR;
    if (this.lirLength < this.lirCapacity) {
      this.lirLength++;
      return;
    }
    status[demoted] = HIR;
    this.q.pushHead(demoted);
    this.raiseRMax2();
  }

  /** Moves R_max2 up to the next instance 2 of a LIR block; what it passes is out of S. */
  private raiseRMax2(): void {
    const { s, status, inS, recent } = this;
    let instance = this.rMax2;
    do {
      inS[instance] = 0;
      this.sLength--;
      instance = s.newer(instance);
    } while (instance !== s.sentinel && !(status[instance >> 1] === LIR && recent[instance >> 1] !== (instance & 1)));
    this.rMax2 = instance === s.sentinel ? NOBODY : instance;
    this.cursor = this.rMax2;
  }

  /** Shortens S to its bound from the lower end, where LIR instances stay: with two for each block they are within the bound. */
  private prune(): void {
    const { s, status, inS } = this;
    while (this.sLength > this.sCapacity) {
      let instance = this.cursor;
      while (status[instance >> 1] === LIR) instance = s.newer(instance);
      this.cursor = s.newer(instance);
      s.unlink(instance);
      s.insertBelow(instance, this.rMax2);
      inS[instance] = 0;
      this.sLength--;
    }
  }

  private enterS(instance: number): void {
    if (this.rMax2 === NOBODY) return;
    this.inS[instance] = 1;
    this.sLength++;
    if (this.cursor === this.s.sentinel) this.cursor = instance;
  }

  private leaveS(instance: number): void {
    if (instance === this.rMax2) this.raiseRMax2();
    else if (this.inS[instance] === 1) {
      this.inS[instance] = 0;
      this.sLength--;
    }
    if (instance === this.cursor) this.cursor = this.s.newer(instance);
    this.s.unlink(instance);
  }

  private forget(id: number): void {
    this.status[id] = UNKNOWN;
    this.leaveS(2 * id);
    this.leaveS(2 * id + 1);
  }
}

export const lirs2 = defineEviction({
  name: 'lirs2',
  summary: 'LIRS that ranks by the sum of the last two reuse distances',
  about:
    'LIRS with a longer memory: the low set is for blocks whose last two reuse distances together are small, so that a ' +
    'block that came back soon once, by chance, does not displace a proven one. It is steadier than LIRS on mixed ' +
    'workloads, for twice the places in its stack; like it, it notices late that a hot set has moved on.',
  paper: {
    authors: 'C. Zhong, X. Zhao, S. Jiang',
    title: 'LIRS2: an improved LIRS replacement algorithm',
    venue: 'SYSTOR',
    year: 2021,
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
    stack: {
      type: 'number',
      default: 8,
      min: 2,
      summary: 'bound of the stack, as a multiple of the capacity; each id has up to two places',
    },
  },
  capabilities: { ghosts: true },
  mostRemembered: (capacity, values) => Math.floor(values['non-resident'] * capacity),
  create: (context, values) => new Lirs2(context, values.hot, values['non-resident'], values.stack),
});
