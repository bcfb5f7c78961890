import { CountedLists, NONE } from '../../structures/counted-lists.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

const HOT = 1;
const COLD = 2;
const NON_RESIDENT = 3;

/**
 * CLOCK-Pro with a list each for the hot, the resident cold and the non-resident pages in place of one clock. Where a page
 * would stand in the clock its epoch tells, a number that grows with each insertion: a page is in its test period while its
 * epoch is later than that of the oldest hot page. The newcomer stands in its list before a victim is looked for, and may
 * itself be the one to go.
 */
class ClockProSimple implements EvictionPolicy {
  private readonly m: number;
  /** Target number of resident cold pages. */
  private coldTarget = 0;
  private readonly leastCold: number;
  private readonly pages: CountedLists;
  /** The reference bits. */
  private readonly referenced: Uint8Array;
  private readonly epochOf: Float64Array;
  private epoch = 0;
  /** The newcomer that already stands in a list while room is made for it; -1 for none. */
  private entered = -1;

  constructor({ capacity, universe }: EvictionContext, leastCold: number) {
    this.m = capacity;
    this.leastCold = Math.floor(leastCold * capacity);
    this.pages = new CountedLists(universe, 3);
    this.referenced = new Uint8Array(universe);
    this.epochOf = new Float64Array(universe);
  }

  hit(id: number): void {
    this.referenced[id] = 1;
  }

  victim(incoming: number): number {
    const { pages, referenced } = this;
    this.enter(incoming);
    for (;;) {
      if (pages.length[COLD] === 0) this.scanHot(Math.max(this.epoch, this.epochOf[pages.tail(HOT)]!));
      else {
        const page = pages.tail(COLD);
        if (referenced[page] === 0) return page;
        this.spare(page);
      }
    }
  }

  evict(incoming: number): number {
    const { pages, m } = this;
    const victim = this.victim(incoming);
    if (victim === incoming) this.entered = -1;
    if (this.isInTest(victim)) pages.moveToHead(victim, NON_RESIDENT);
    else pages.remove(victim);
    const { length } = pages;
    while (length[NON_RESIDENT]! > m || (length[NON_RESIDENT]! > 0 && !this.isInTest(pages.tail(NON_RESIDENT)))) {
      pages.remove(pages.tail(NON_RESIDENT));
      this.adapt(-1);
    }
    return victim;
  }

  insert(id: number): void {
    this.enter(id);
    this.entered = -1;
  }

  remove(id: number): void {
    this.pages.remove(id);
  }

  remembers(id: number): boolean {
    return this.pages.where[id] !== NONE;
  }

  private enter(id: number): void {
    if (this.entered === id) return;
    const { pages } = this;
    // Room was asked for on behalf of somebody who was not let in after all.
    if (this.entered >= 0) pages.remove(this.entered);
    this.entered = id;
    if (pages.where[id] === NON_RESIDENT) {
      pages.remove(id);
      pages.moveToHead(id, this.mayPromote(id) ? HOT : COLD);
    } else {
      this.epoch++;
      pages.moveToHead(id, pages.length[HOT]! + pages.length[COLD]! < this.m - this.leastCold ? HOT : COLD);
    }
    this.epochOf[id] = this.epoch;
    this.referenced[id] = 0;
  }

  /** The oldest cold page was referenced: it stays, hot or with a new test period. */
  private spare(page: number): void {
    this.referenced[page] = 0;
    this.pages.moveToHead(page, this.mayPromote(page) ? HOT : COLD);
    this.epochOf[page] = ++this.epoch;
  }

  /** Whether a requested page may turn hot; makes room among the hot pages. */
  private mayPromote(page: number): boolean {
    const { length } = this.pages;
    if (!this.isInTest(page)) return false;
    this.adapt(1);
    while (length[HOT]! > 0 && length[HOT]! >= this.m - this.coldTarget)
      if (!this.scanHot(this.epochOf[page]!)) return false;
    return this.isInTest(page);
  }

  /** Turns the oldest hot page that was not referenced cold, if it is no later than an epoch; each one spared moves that on. */
  private scanHot(epoch: number): boolean {
    const { pages, referenced, epochOf } = this;
    let until = epoch;
    while (pages.length[HOT]! > 0 && epochOf[pages.tail(HOT)]! <= until) {
      const page = pages.tail(HOT);
      if (referenced[page] === 0) {
        pages.moveToHead(page, COLD);
        return true;
      }
      referenced[page] = 0;
      pages.moveToHead(page, HOT);
      epochOf[page] = ++until;
    }
    return false;
  }

  private isInTest(page: number): boolean {
    const { pages, epochOf } = this;
    return pages.length[HOT] === 0 || epochOf[page]! > epochOf[pages.tail(HOT)]!;
  }

  private adapt(pages: number): void {
    this.coldTarget = Math.max(this.leastCold, Math.min(this.coldTarget + pages, this.m - this.leastCold));
  }

  inspect(): PolicyPart[] {
    const { pages, referenced } = this;
    const bit = (id: number) => referenced[id]!;
    return [
      residentsIn('hot', pages.members(HOT), bit),
      residentsIn('cold', pages.members(COLD), bit),
      ghostsIn('non-resident', pages.members(NON_RESIDENT)),
    ];
  }
}

export const clockProSimple = defineEviction({
  name: 'clock-pro-simple',
  summary: 'CLOCK-Pro with three lists and epochs in place of one clock and three hands',
  about:
    'CLOCK-Pro taken apart into lists of hot, cold and evicted pages, with a number for the place that a page would have ' +
    'in the clock. It hits about as often, strong on loops and scans, and its hands need not walk over pages of another kind.',
  paper: {
    authors: 'S. Jiang, F. Chen, X. Zhang',
    title: 'CLOCK-Pro: an effective improvement of the CLOCK replacement',
    venue: 'USENIX ATC',
    year: 2005,
  },
  parameters: {
    'min-cold': {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 0.5,
      summary: 'least share of resident cold pages, and of hot pages',
    },
  },
  capabilities: { adaptive: true, ghosts: true },
  mostRemembered: capacity => capacity,
  create: (context, values) => new ClockProSimple(context, values['min-cold']),
});
