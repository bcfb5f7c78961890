import { IdRing } from '../../structures/id-ring.ts';
import type { EvictionContext, EvictionPolicy } from '../contract.ts';

const OUT = 0;
const HOT = 1;
/** Resident cold, its test period is over. */
const COLD = 2;
/** Resident cold, in its test period. */
const COLD_IN_TEST = 3;
/** Not resident, in its test period. */
const NON_RESIDENT = 4;

/** In place of a page: there is none. */
const NOBODY = -1;

/** Cold pages that there is room for at least, where the capacity has as many twice. */
const LEAST_COLD = 2;

/** How many pages the allocation for resident cold pages is to grow by, negative to shrink, when a hand meets a page. */
export interface Adaptation {
  /** A page was requested in its test period. `nonResidents` is the number of non-resident pages, with this one if it is. */
  requestedInTest(resident: boolean, nonResidents: number): number;
  /** A page's test period is over, and it was or was not requested meanwhile. */
  testEnded(requested: boolean): number;
  /** A cold page out of its test period was requested. */
  requestedAfterTest(page: number, nonResidents: number): number;
  /** A hot page turned cold. */
  demoted(page: number): void;
  /** A page out of its test period leaves. */
  left(page: number): void;
}

/** Shares of the capacity. */
export interface ColdBounds {
  readonly least: number;
  readonly most: number;
  readonly nonResident: number;
}

/**
 * The clock of CLOCK-Pro and CLOCK-Pro+: all pages, hot and cold, resident or not, in one ring by the time of their insertion.
 * A cold page starts in its test period; requested in it, it may turn hot, for its reuse distance is then shorter than the
 * recency of the hot page under HAND_hot. HAND_cold looks for a victim among the resident cold pages; HAND_hot turns hot
 * pages cold that were not referenced, and ends the test periods it passes; HAND_test ends the oldest ones when there are too
 * many non-resident pages. How many resident cold pages there are to be, m_c, is up to the `Adaptation`. As in the authors'
 * implementation, a page is not promoted when HAND_hot finds no page to demote before it comes to that page itself.
 */
export class ClockProHands implements EvictionPolicy {
  private readonly m: number;
  /** The allocation for resident cold pages and its bounds. */
  private mC: number;
  private readonly leastCold: number;
  private readonly mostCold: number;
  private readonly mostNonResident: number;
  private readonly adaptation: Adaptation;
  private readonly ring: IdRing;
  private readonly status: Uint8Array;
  /** The reference bits. */
  private readonly referenced: Uint8Array;
  /** Number of pages by status. */
  private readonly count = new Int32Array(5);
  /** On the oldest hot page, the oldest resident cold one, and the oldest one in its test period. */
  private handHot = NOBODY;
  private handCold = NOBODY;
  private handTest = NOBODY;

  /** The page requested last, or NOBODY. */
  private last = NOBODY;

  constructor({ capacity, universe }: EvictionContext, bounds: ColdBounds, adaptation: Adaptation) {
    const { least, most, nonResident } = bounds;
    this.m = capacity;
    const half = Math.max(1, Math.floor(capacity / 2));
    this.leastCold = Math.min(half, Math.max(LEAST_COLD, Math.floor(least * capacity)));
    this.mostCold = Math.max(this.leastCold, Math.min(Math.floor(most * capacity), capacity - this.leastCold));
    this.mostNonResident = Math.floor(nonResident * capacity);
    this.mC = this.leastCold;
    this.adaptation = adaptation;
    this.ring = new IdRing(universe);
    this.status = new Uint8Array(universe);
    this.referenced = new Uint8Array(universe);
  }

  hit(id: number): void {
    if (id !== this.last) this.referenced[id] = 1;
    this.last = id;
  }

  victim(_incoming: number): number {
    for (;;) {
      // Only before the cache is full, when what was cold was removed.
      while (this.coldResidents() === 0) this.runHandHot(NOBODY);
      this.settleHandCold();
      const page = this.handCold;
      if (this.referenced[page] === 0) return page;
      this.spare(page);
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.isInTest(victim)) this.become(victim, NON_RESIDENT);
    else {
      this.adaptation.left(victim);
      this.takeOut(victim);
    }
    while (this.count[NON_RESIDENT]! > this.mostNonResident) this.runHandTest();
    return victim;
  }

  insert(id: number): void {
    const { count, m } = this;
    const free = m - count[HOT]! - this.coldResidents();
    // A cache that is not yet full fills with hot pages first.
    this.moveToHead(id, free > this.leastCold || this.mayPromote(id) ? HOT : COLD_IN_TEST);
    this.settleHands();
    this.last = id;
  }

  remove(id: number): void {
    if (this.status[id] === COLD) this.adaptation.left(id);
    this.takeOut(id);
    this.settleHands();
  }

  remembers(id: number): boolean {
    return this.status[id] !== OUT;
  }

  /** A page under HAND_cold was referenced: it stays, hot or with a new test period. */
  private spare(page: number): void {
    // The request is counted now, and not once more if HAND_hot ends the page's test period on the way.
    this.referenced[page] = 0;
    if (this.isInTest(page)) {
      this.moveToHead(page, this.mayPromote(page) ? HOT : COLD_IN_TEST);
      if (this.handHot === NOBODY) this.settleHandHot();
    } else {
      this.adapt(this.adaptation.requestedAfterTest(page, this.count[NON_RESIDENT]!));
      this.moveToHead(page, COLD_IN_TEST);
    }
  }

  /** Whether a requested page may turn hot; makes room among the hot pages. */
  private mayPromote(page: number): boolean {
    const { count, status } = this;
    if (!this.isInTest(page)) return false;
    this.adapt(this.adaptation.requestedInTest(status[page] !== NON_RESIDENT, count[NON_RESIDENT]!));
    while (count[HOT]! >= this.m - this.mC)
      if (count[HOT] === 0 || !this.isInTest(page) || !this.runHandHot(page)) return false;
    return true;
  }

  /** Turns the next hot page that was not referenced cold; false when the hand first comes to the page that it runs for. */
  private runHandHot(trigger: number): boolean {
    const { status, referenced, adaptation } = this;
    while (this.handHot !== trigger) {
      const page = this.handHot;
      if (status[page] !== HOT) {
        if (referenced[page] === 1) this.adapt(adaptation.requestedAfterTest(page, this.count[NON_RESIDENT]!));
        this.handHot = this.ring.newer(page);
        this.endTest(page);
      } else if (referenced[page] === 1) this.moveToHead(page, HOT);
      else {
        adaptation.demoted(page);
        this.moveToHead(page, COLD);
        this.settleHandHot();
        return true;
      }
    }
    this.settleHandHot();
    return false;
  }

  private runHandTest(): void {
    this.settleHandTest();
    this.endTest(this.handTest);
    this.settleHandTest();
  }

  private endTest(page: number): void {
    if (!this.isInTest(page)) return;
    const requested = this.referenced[page] === 1;
    if (this.status[page] === NON_RESIDENT) this.takeOut(page);
    else this.become(page, COLD);
    this.adapt(this.adaptation.testEnded(requested));
  }

  private settleHands(): void {
    this.settleHandCold();
    this.settleHandHot();
    this.settleHandTest();
  }

  private settleHandCold(): void {
    const { status, ring } = this;
    let page = this.handCold === NOBODY ? ring.hand : this.handCold;
    if (this.coldResidents() === 0) page = NOBODY;
    else while (status[page] !== COLD && status[page] !== COLD_IN_TEST) page = ring.newer(page);
    this.handCold = page;
  }

  private settleHandHot(): void {
    const { status, ring } = this;
    if (this.count[HOT] === 0) {
      this.handHot = NOBODY;
      return;
    }
    if (this.handHot === NOBODY) this.handHot = ring.hand;
    while (status[this.handHot] !== HOT) {
      const page = this.handHot;
      this.handHot = ring.newer(page);
      this.endTest(page);
    }
    this.settleHandTest();
  }

  private settleHandTest(): void {
    const { count, ring, handHot } = this;
    let page = this.handTest;
    if (count[COLD_IN_TEST]! + count[NON_RESIDENT]! === 0) page = NOBODY;
    else {
      if (page === NOBODY) page = handHot === NOBODY ? ring.hand : handHot;
      while (!this.isInTest(page)) page = ring.newer(page);
    }
    this.handTest = page;
  }

  private adapt(pages: number): void {
    this.mC = Math.max(this.leastCold, Math.min(this.mC + pages, this.mostCold));
  }

  private isInTest(page: number): boolean {
    return this.status[page]! >= COLD_IN_TEST;
  }

  private coldResidents(): number {
    return this.count[COLD]! + this.count[COLD_IN_TEST]!;
  }

  private moveToHead(page: number, status: number): void {
    if (this.status[page] !== OUT) this.takeOut(page);
    this.ring.insertBehindHand(page);
    this.become(page, status);
    this.referenced[page] = 0;
  }

  private takeOut(page: number): void {
    const { ring } = this;
    const next = ring.newer(page) === page ? NOBODY : ring.newer(page);
    if (this.handHot === page) this.handHot = next;
    if (this.handCold === page) this.handCold = next;
    if (this.handTest === page) this.handTest = next;
    ring.remove(page);
    this.become(page, OUT);
  }

  private become(page: number, status: number): void {
    this.count[this.status[page]!]!--;
    this.count[status]!++;
    this.status[page] = status;
  }
}
