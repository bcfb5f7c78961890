import { CountedLists, NONE } from '../../structures/counted-lists.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

const T1 = 1;
const T2 = 2;
const B1 = 3;
const B2 = 4;

/**
 * CLOCK with adaptive replacement: ARC with the lists T1 and T2 as clocks, so that a hit only sets a page reference bit. T1
 * holds the pages seen once recently, T2 those seen again; B1 and B2 remember what was replaced from either, and p is the
 * target size of T1. The hand of T1, while T1 has p pages or more, replaces the first page whose bit is not set and moves
 * the others to T2; else the hand of T2 does, and leaves the others in T2. A history hit moves p as in ARC, by whole pages.
 */
class Car implements EvictionPolicy {
  private readonly c: number;
  private p = 0;
  private readonly pages: CountedLists;
  /** The page reference bits. */
  private readonly referenced: Uint8Array;

  constructor({ capacity, universe }: EvictionContext) {
    this.c = capacity;
    this.pages = new CountedLists(universe, 4);
    this.referenced = new Uint8Array(universe);
  }

  hit(id: number): void {
    this.referenced[id] = 1;
  }

  victim(_incoming: number): number {
    const { pages, referenced } = this;
    for (;;) {
      const page = pages.tail(this.replacesFrom());
      if (referenced[page] === 0) return page;
      referenced[page] = 0;
      pages.moveToHead(page, T2);
    }
  }

  evict(incoming: number): number {
    const { pages, c } = this;
    const { where, length } = pages;
    const victim = this.victim(incoming);
    pages.moveToHead(victim, where[victim] === T1 ? B1 : B2);
    if (where[incoming] !== B1 && where[incoming] !== B2) {
      // Directory replacement: L1 = T1 ∪ B1 has at most c pages, and all four lists together 2c.
      if (length[T1]! + length[B1]! >= c) this.forgetOldest(B1);
      else if (length[T1]! + length[T2]! + length[B1]! + length[B2]! >= 2 * c) this.forgetOldest(B2);
    }
    return victim;
  }

  insert(id: number): void {
    const { pages, c } = this;
    const { where, length } = pages;
    const history = where[id];
    if (history === B1) this.p = Math.min(this.p + Math.max(1, Math.floor(length[B2]! / length[B1]!)), c);
    else if (history === B2) this.p = Math.max(this.p - Math.max(1, Math.floor(length[B1]! / length[B2]!)), 0);
    pages.moveToHead(id, history === B1 || history === B2 ? T2 : T1);
    this.referenced[id] = 0;
  }

  remove(id: number): void {
    this.pages.remove(id);
  }

  remembers(id: number): boolean {
    return this.pages.where[id] !== NONE;
  }

  private replacesFrom(): number {
    const { length } = this.pages;
    return length[T1]! >= Math.max(1, this.p) || length[T2] === 0 ? T1 : T2;
  }

  private forgetOldest(history: number): void {
    if (this.pages.length[history]! > 0) this.pages.remove(this.pages.tail(history));
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

export const car = defineEviction({
  name: 'car',
  summary: 'CLOCK with adaptive replacement: ARC with two clocks in place of its two lists, so that a hit sets one bit',
  about:
    "ARC's idea for the price of CLOCK: pages seen once recently and pages seen again stand in two clocks, and ghosts " +
    'of both tell which should have been larger. It hits about as often as ARC and resists scans like it; a page that ' +
    'is requested twice in quick succession counts as seen again, however short its use is.',
  paper: {
    authors: 'S. Bansal, D. S. Modha',
    title: 'CAR: Clock with adaptive replacement',
    venue: 'FAST',
    year: 2004,
  },
  parameters: {},
  capabilities: { adaptive: true, ghosts: true },
  mostRemembered: capacity => capacity,
  create: context => new Car(context),
});
