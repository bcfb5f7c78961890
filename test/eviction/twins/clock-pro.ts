import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

type Status = 'hot' | 'cold' | 'cold in test' | 'non-resident';

/** CLOCK-Pro and CLOCK-Pro+ on one plain array, oldest page first; a hand is the oldest page of its kind. */
export class ClockProTwin implements EvictionPolicy {
  private readonly capacity: number;
  private readonly plus: boolean;
  private readonly leastCold: number;
  private readonly mostCold: number;
  private readonly mostNonResident: number;
  private coldTarget: number;
  private clock: number[] = [];
  private readonly status = new Map<number, Status>();
  private readonly referenced = new Set<number>();
  private readonly demoted = new Set<number>();
  private last: number | undefined;

  constructor({ capacity }: EvictionContext, plus: boolean, least: number, most: number, nonResident: number) {
    this.capacity = capacity;
    this.plus = plus;
    this.leastCold = Math.min(Math.max(1, Math.floor(capacity / 2)), Math.max(2, Math.floor(least * capacity)));
    this.mostCold = Math.max(this.leastCold, Math.min(Math.floor(most * capacity), capacity - this.leastCold));
    this.mostNonResident = Math.floor(nonResident * capacity);
    this.coldTarget = this.leastCold;
  }

  hit(id: number): void {
    if (id !== this.last) this.referenced.add(id);
    this.last = id;
  }

  victim(_incoming: number): number {
    for (;;) {
      const page = this.oldest('cold', 'cold in test');
      if (page === undefined) this.runHandHot();
      else if (!this.referenced.delete(page)) return page;
      else if (this.isInTest(page)) {
        const hot = this.mayPromote(page);
        const first = this.count('hot') === 0;
        this.place(page, hot ? 'hot' : 'cold in test');
        if (first) this.endTestsBehindHandHot();
      } else {
        this.noticeDemoted(page);
        this.place(page, 'cold in test');
      }
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.isInTest(victim)) this.status.set(victim, 'non-resident');
    else this.takeOut(victim);
    while (this.count('non-resident') > this.mostNonResident)
      this.endTest(this.oldest('cold in test', 'non-resident')!);
    return victim;
  }

  insert(id: number): void {
    this.last = id;
    const free = this.capacity - this.count('hot', 'cold', 'cold in test');
    this.place(id, free > this.leastCold || this.mayPromote(id) ? 'hot' : 'cold in test');
    this.endTestsBehindHandHot();
  }

  remove(id: number): void {
    this.takeOut(id);
    this.endTestsBehindHandHot();
  }

  private mayPromote(page: number): boolean {
    if (!this.isInTest(page)) return false;
    const nonResidents = this.count('non-resident');
    if (!this.plus) this.adapt(1);
    else if (this.status.get(page) === 'non-resident')
      this.adapt(Math.max(1, Math.floor(this.demoted.size / nonResidents)));
    while (this.count('hot') >= this.capacity - this.coldTarget)
      if (this.count('hot') === 0 || !this.isInTest(page) || !this.runHandHot(page)) return false;
    return true;
  }

  private runHandHot(trigger?: number): boolean {
    let at = this.clock.indexOf(this.oldest('hot')!);
    let demoted = false;
    while (!demoted && this.clock[at] !== trigger) {
      const page = this.clock[at]!;
      if (this.status.get(page) !== 'hot') {
        if (this.referenced.has(page)) this.noticeDemoted(page);
        this.endTest(page);
        if (this.clock[at] === page) at++;
      } else {
        demoted = !this.referenced.has(page);
        if (demoted) this.demoted.add(page);
        this.place(page, demoted ? 'cold' : 'hot');
      }
    }
    this.endTestsBehindHandHot();
    return demoted;
  }

  private endTestsBehindHandHot(): void {
    const hand = this.oldest('hot');
    if (hand !== undefined) for (const page of this.clock.slice(0, this.clock.indexOf(hand))) this.endTest(page);
  }

  private endTest(page: number): void {
    if (!this.isInTest(page)) return;
    if (!this.plus) this.adapt(this.referenced.has(page) ? 1 : -1);
    if (this.status.get(page) === 'non-resident') this.takeOut(page);
    else this.status.set(page, 'cold');
  }

  /** A page that the hand demoted was referenced. */
  private noticeDemoted(page: number): void {
    if (!this.demoted.has(page)) return;
    if (this.plus) this.adapt(-Math.max(1, Math.floor(this.count('non-resident') / this.demoted.size)));
    this.demoted.delete(page);
  }

  private adapt(pages: number): void {
    this.coldTarget = Math.max(this.leastCold, Math.min(this.mostCold, this.coldTarget + pages));
  }

  private isInTest(page: number): boolean {
    return ['cold in test', 'non-resident'].includes(this.status.get(page)!);
  }

  private oldest(...kinds: readonly Status[]): number | undefined {
    return this.clock.find(page => kinds.includes(this.status.get(page)!));
  }

  private count(...kinds: readonly Status[]): number {
    return this.clock.filter(page => kinds.includes(this.status.get(page)!)).length;
  }

  /** Makes a page the newest. */
  private place(page: number, status: Status): void {
    this.clock = [...this.clock.filter(each => each !== page), page];
    this.status.set(page, status);
    this.referenced.delete(page);
  }

  private takeOut(page: number): void {
    this.clock = this.clock.filter(each => each !== page);
    this.status.delete(page);
    this.referenced.delete(page);
    this.demoted.delete(page);
  }
}
