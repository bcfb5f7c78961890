import { CountedLists, NONE } from '../../structures/counted-lists.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

const INACTIVE = 1;
const ACTIVE = 2;
const NON_RESIDENT = 3;

/**
 * Double CLOCK, the page replacement of the Linux kernel. A page that is read in enters the inactive list; requested there
 * once more, it is activated, and when the active list is full its oldest page that was not referenced is deactivated. The
 * oldest inactive page is evicted and leaves a shadow entry with a reading of the non-resident age: the evictions and
 * activations so far, each of which pushes the inactive pages on by one slot. When it refaults, the difference to a new
 * reading is its refault distance. If the active list has at least as many pages, the page is activated at once, in the hope
 * that those are used less than it.
 */
class DClock implements EvictionPolicy {
  private readonly maxActive: number;
  private readonly pages: CountedLists;
  /** The reference bits of active pages. */
  private readonly referenced: Uint8Array;
  /** Evictions and activations so far. */
  private nonResidentAge = 0;
  /** By id, the reading at its eviction. */
  private readonly shadow: Float64Array;
  /** The newcomer whose refault distance has been taken, before its own evictions add to it; or -1. And what came of it. */
  private refaulting = -1;
  private activates = false;

  constructor({ capacity, universe }: EvictionContext, active: number) {
    this.maxActive = Math.min(capacity - 1, Math.floor(active * capacity));
    this.pages = new CountedLists(universe, 3);
    this.referenced = new Uint8Array(universe);
    this.shadow = new Float64Array(universe);
  }

  hit(id: number): void {
    if (this.pages.where[id] === ACTIVE) this.referenced[id] = 1;
    else this.activate(id);
  }

  victim(_incoming: number): number {
    const { pages } = this;
    return pages.tail(pages.length[INACTIVE]! > 0 ? INACTIVE : ACTIVE);
  }

  evict(incoming: number): number {
    this.refault(incoming);
    const victim = this.victim(incoming);
    this.pages.moveToHead(victim, NON_RESIDENT);
    // The newcomer's activation stands before the eviction that it causes.
    this.shadow[victim] = this.nonResidentAge + Number(this.activates);
    this.nonResidentAge++;
    return victim;
  }

  insert(id: number): void {
    const { pages } = this;
    this.refault(id);
    this.refaulting = -1;
    if (this.activates) this.activate(id);
    else pages.moveToHead(id, INACTIVE);
    // A refault distance above the length of the active list says nothing, so that no more shadows are of use.
    while (pages.length[NON_RESIDENT]! > this.maxActive) pages.remove(pages.tail(NON_RESIDENT));
  }

  remove(id: number): void {
    this.pages.remove(id);
  }

  remembers(id: number): boolean {
    return this.pages.where[id] !== NONE || this.refaulting === id;
  }

  private activate(id: number): void {
    const { pages, referenced, maxActive } = this;
    if (pages.length[ACTIVE]! > 0 && pages.length[ACTIVE]! >= maxActive) {
      let oldest = pages.tail(ACTIVE);
      for (; referenced[oldest] === 1; oldest = pages.tail(ACTIVE)) {
        referenced[oldest] = 0;
        pages.moveToHead(oldest, ACTIVE);
      }
      pages.moveToHead(oldest, INACTIVE);
    }
    referenced[id] = 0;
    pages.moveToHead(id, maxActive > 0 ? ACTIVE : INACTIVE);
    this.nonResidentAge++;
  }

  /** Judges a newcomer by its refault distance, once. */
  private refault(incoming: number): void {
    if (this.refaulting === incoming) return;
    this.refaulting = incoming;
    const { where, length } = this.pages;
    const distance = this.nonResidentAge - this.shadow[incoming]!;
    this.activates = where[incoming] === NON_RESIDENT && distance <= length[ACTIVE]!;
  }
}

export const dclock = defineEviction({
  name: 'dclock',
  aliases: ['double-clock'],
  summary: "The Linux kernel's two lists: a second use activates a page, and so does a refault soon after the eviction",
  about:
    'Newcomers enter an inactive list and move to the active one when they are used again; shadow entries of evicted ' +
    'pages tell how much longer they should have stayed, and who missed it by less than the active list is long is ' +
    'activated on return. It resists scans and follows a hot set that grows; the split between the lists is fixed.',
  paper: {
    authors: 'J. Weiner',
    title: 'mm: thrash detection-based file cache sizing',
    venue: 'Linux kernel 3.15, mm/workingset.c',
    year: 2014,
  },
  parameters: {
    active: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      summary: 'share of the active list; the inactive list has at least one entry',
    },
  },
  capabilities: { ghosts: true },
  mostRemembered: (capacity, { active }) => Math.floor(active * capacity),
  create: (context, { active }) => new DClock(context, active),
});
