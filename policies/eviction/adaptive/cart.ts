import { CountedLists, NONE } from '../../structures/counted-lists.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

const T1 = 1;
const T2 = 2;
const B1 = 3;
const B2 = 4;

/** Filter bits. */
const S = 0;
const L = 1;

/**
 * CAR with temporal filtering. A page requested twice in quick succession has not proved anything yet: pages carry a filter
 * bit S (of short-term utility) until they are requested outside a window that adapts itself, and L (of long-term utility)
 * from then on. T1 holds pages of both kinds and T2 those of kind L; B1 and B2 remember pages replaced from either. p is the
 * target size of T1, q that of B1; both move by whole pages.
 */
class Cart implements EvictionPolicy {
  private readonly c: number;
  private p = 0;
  private q = 0;
  /** Numbers of pages in T1 ∪ T2 by filter bit. */
  private nS = 0;
  private nL = 0;
  private readonly pages: CountedLists;
  /** The page reference bits. */
  private readonly referenced: Uint8Array;
  private readonly filter: Uint8Array;

  constructor({ capacity, universe }: EvictionContext) {
    this.c = capacity;
    this.pages = new CountedLists(universe, 4);
    this.referenced = new Uint8Array(universe);
    this.filter = new Uint8Array(universe);
  }

  hit(id: number): void {
    this.referenced[id] = 1;
  }

  victim(_incoming: number): number {
    const { length } = this.pages;
    this.turnT2();
    this.turnT1();
    return this.pages.tail(length[T1]! >= Math.max(1, this.p) || length[T2] === 0 ? T1 : T2);
  }

  evict(incoming: number): number {
    const { pages } = this;
    const { where, length } = pages;
    const victim = this.victim(incoming);
    const history = where[victim] === T1 ? B1 : B2;
    this.remove(victim);
    pages.moveToHead(victim, history);
    if (where[incoming] !== B1 && where[incoming] !== B2 && length[B1]! + length[B2]! > this.c)
      pages.remove(pages.tail(length[B1]! > this.q || length[B2] === 0 ? B1 : B2));
    return victim;
  }

  insert(id: number): void {
    const { pages, c } = this;
    const { where, length } = pages;
    const history = where[id];
    if (history === B1) this.p = Math.min(this.p + Math.max(1, Math.floor(this.nS / length[B1]!)), c);
    else if (history === B2) this.p = Math.max(this.p - Math.max(1, Math.floor(this.nL / length[B2]!)), 0);
    pages.moveToHead(id, T1);
    this.referenced[id] = 0;
    this.filter[id] = history === B1 || history === B2 ? L : S;
    if (this.filter[id] === L) this.nL++;
    else this.nS++;
    if (history === B2) this.growQ();
  }

  remove(id: number): void {
    this.pages.remove(id);
    if (this.filter[id] === L) this.nL--;
    else this.nS--;
  }

  remembers(id: number): boolean {
    return this.pages.where[id] !== NONE;
  }

  /** Takes referenced pages from under the hand of T2 back to T1. */
  private turnT2(): void {
    const { pages, referenced } = this;
    while (pages.length[T2]! > 0 && referenced[pages.tail(T2)] === 1) {
      const page = pages.tail(T2);
      referenced[page] = 0;
      pages.moveToHead(page, T1);
      this.growQ();
    }
  }

  /** Moves the hand of T1 on to a page of short-term utility that was not referenced. */
  private turnT1(): void {
    const { pages, referenced, filter, c } = this;
    const { length } = pages;
    while (length[T1]! > 0) {
      const page = pages.tail(T1);
      if (referenced[page] === 1) {
        referenced[page] = 0;
        pages.moveToHead(page, T1);
        if (length[T1]! >= Math.min(this.p + 1, length[B1]!) && filter[page] === S) {
          filter[page] = L;
          this.nS--;
          this.nL++;
        }
      } else if (filter[page] === L) {
        pages.moveToHead(page, T2);
        this.q = Math.max(this.q - 1, c - length[T1]!);
      } else return;
    }
  }

  private growQ(): void {
    const { length } = this.pages;
    if (length[T2]! + length[B2]! + length[T1]! - this.nS >= this.c)
      this.q = Math.min(this.q + 1, 2 * this.c - length[T1]!);
  }

  inspect(): PolicyPart[] {
    const { pages, referenced } = this;
    const bit = (id: number) => referenced[id]!;
    return [
      residentsIn('T1', pages.members(T1), bit),
      residentsIn('T2', pages.members(T2), bit),
      ghostsIn('B1', pages.members(B1)),
      ghostsIn('B2', pages.members(B2)),
    ];
  }
}

export const cart = defineEviction({
  name: 'cart',
  summary: 'CAR with temporal filtering: a page counts as used again only when its uses lie far enough apart',
  about:
    'CAR with a filter before its clock of proven pages: uses in quick succession are taken for one, within a window ' +
    'that adapts itself. It keeps pages of lasting use where bursts of correlated requests would fool CAR and ARC; it ' +
    'learns more slowly, and on small caches may lose a little to them.',
  paper: {
    authors: 'S. Bansal, D. S. Modha',
    title: 'CAR: Clock with adaptive replacement',
    venue: 'FAST',
    year: 2004,
  },
  parameters: {},
  capabilities: { adaptive: true, ghosts: true },
  mostRemembered: capacity => capacity,
  create: context => new Cart(context),
});
