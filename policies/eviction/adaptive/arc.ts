import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

/** Which list holds an id. */
const NONE = 0;
const T1 = 1;
const T2 = 2;
const B1 = 3;
const B2 = 4;

/**
 * Adaptive replacement cache. T1 holds the entries seen once recently, T2 those seen at least twice; B1 and B2 remember what
 * was evicted from either. p is the target size of T1: a request for an id in B1 says that T1 should have been larger, one in
 * B2 that T2 should have been. REPLACE(p) evicts from T1 while it exceeds p, otherwise from T2. As in libCacheSim, ghosts are
 * trimmed only when an eviction is due, and with sizes all lengths are bytes.
 */
class Arc implements EvictionPolicy {
  private readonly c: number;
  private p = 0;
  /** Whether p grows and shrinks by whole numbers, |B2| / |B1| rounded down. */
  private readonly integer: boolean;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for ghosts too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  /** |T1|, |T2|, |B1| and |B2|. */
  private readonly length = new Float64Array(5);
  private readonly t1: IdList;
  private readonly t2: IdList;
  private readonly b1: IdList;
  private readonly b2: IdList;
  /** The newcomer for which p has been adapted already, or -1. */
  private adaptedFor = -1;

  constructor(context: EvictionContext, integer: boolean) {
    this.c = context.capacity;
    this.integer = integer;
    this.sizes = context.sizes;
    this.weight = context.sizes && new Float64Array(context.universe);
    this.where = new Uint8Array(context.universe);
    const links = new Links(context.universe, 4);
    this.t1 = links.list();
    this.t2 = links.list();
    this.b1 = links.list();
    this.b2 = links.list();
  }

  hit(id: number): void {
    if (this.where[id] === T2) this.t2.moveToHead(id);
    else {
      this.leave(id);
      this.enter(id, T2, this.t2);
    }
  }

  victim(incoming: number): number {
    this.adapt(incoming);
    const { t1, t2, where, length, p } = this;
    if (t1.empty) return t2.tail;
    if (t2.empty || (where[incoming] === NONE && this.b1.empty && this.l1IsFull(incoming))) return t1.tail;
    return length[T1]! > p || (length[T1] === p && where[incoming] === B2) ? t1.tail : t2.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const fromT1 = this.where[victim] === T1;
    const remember = this.where[incoming] !== NONE || this.trim(incoming);
    this.remove(victim);
    if (remember) {
      if (fromT1) this.enter(victim, B1, this.b1);
      else this.enter(victim, B2, this.b2);
    }
    return victim;
  }

  insert(id: number): void {
    this.adapt(id);
    this.adaptedFor = -1;
    const ghost = this.where[id] !== NONE;
    if (ghost) this.leave(id);
    if (this.weight) this.weight[id] = this.sizes![id]!;
    if (ghost) this.enter(id, T2, this.t2);
    else this.enter(id, T1, this.t1);
  }

  remove(id: number): void {
    this.leave(id);
    this.where[id] = NONE;
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE;
  }

  /** Moves p towards the list whose ghost is asked for, once for each newcomer. */
  private adapt(incoming: number): void {
    if (this.adaptedFor === incoming) return;
    this.adaptedFor = incoming;
    const list = this.where[incoming];
    if (list === B1) this.p = Math.min(this.p + this.step(B2, B1), this.c);
    else if (list === B2) this.p = Math.max(this.p - this.step(B1, B2), 0);
  }

  private step(other: number, own: number): number {
    // A ghost may have had no bytes.
    const ratio = this.length[other]! / Math.max(this.length[own]!, 1);
    return Math.max(this.integer ? Math.floor(ratio) : ratio, 1);
  }

  /** Makes room among the ghosts for a victim (case IV of the paper); false when T1 alone fills L1 and its tail is to be forgotten. */
  private trim(incoming: number): boolean {
    const { length, b1, b2 } = this;
    if (this.l1IsFull(incoming)) {
      if (b1.empty) return false;
      this.remove(b1.tail);
    } else if (length[T1]! + length[T2]! + length[B1]! + length[B2]! >= 2 * this.c && !b2.empty) this.remove(b2.tail);
    return true;
  }

  /** Whether L1 = T1 ∪ B1 has no room for the newcomer. */
  private l1IsFull(incoming: number): boolean {
    return this.length[T1]! + this.length[B1]! + (this.sizes ? this.sizes[incoming]! : 1) > this.c;
  }

  private enter(id: number, list: number, members: IdList): void {
    this.where[id] = list;
    this.length[list]! += this.weight ? this.weight[id]! : 1;
    members.pushHead(id);
  }

  private leave(id: number): void {
    this.length[this.where[id]!]! -= this.weight ? this.weight[id]! : 1;
    this.t1.unlink(id);
  }

  inspect(): PolicyPart[] {
    return [residentsIn('T1', this.t1), residentsIn('T2', this.t2), ghostsIn('B1', this.b1), ghostsIn('B2', this.b2)];
  }
}

export const arc = defineEviction({
  name: 'arc',
  summary: 'Adaptive replacement cache: balances entries seen once and entries seen again by what their ghosts teach',
  about:
    'T1 holds what was seen once recently, T2 what was seen at least twice; ghosts of both tell which should have ' +
    'been larger, and the target p moves towards it. It adapts between recency and frequency without a parameter ' +
    'and resists scans; on loops and on hot sets that jump it can fall behind LRU.',
  paper: {
    authors: 'N. Megiddo, D. S. Modha',
    title: 'ARC: a self-tuning, low overhead replacement cache',
    venue: 'FAST',
    year: 2003,
  },
  parameters: {
    p: {
      type: 'choice',
      choices: ['real', 'integer'],
      default: 'real',
      summary: 'whether the target size p moves by fractions of an entry or by whole entries only',
    },
  },
  capabilities: { sized: true, adaptive: true, ghosts: true },
  // In entries the residents are half of what the four lists hold; in bytes one large newcomer may turn all of them into ghosts.
  mostRemembered: capacity => 2 * capacity,
  create: (context, { p }) => new Arc(context, p === 'integer'),
});
