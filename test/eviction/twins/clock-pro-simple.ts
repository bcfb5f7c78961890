import type { EvictionContext, EvictionPolicy } from '../../../policies/eviction/contract.ts';

/** CLOCK-Pro with three plain arrays, oldest first, and a map of epochs. */
export class ClockProSimpleTwin implements EvictionPolicy {
  private readonly capacity: number;
  private readonly leastCold: number;
  private coldTarget = 0;
  private hot: number[] = [];
  private cold: number[] = [];
  private nonResident: number[] = [];
  private readonly referenced = new Set<number>();
  private readonly epochs = new Map<number, number>();
  private epoch = 0;
  /** The newcomer that stands in a list while room is made for it. */
  private entered: number | undefined;

  constructor({ capacity }: EvictionContext, leastCold: number) {
    this.capacity = capacity;
    this.leastCold = Math.floor(leastCold * capacity);
  }

  hit(id: number): void {
    this.referenced.add(id);
  }

  victim(incoming: number): number {
    this.enter(incoming);
    for (;;) {
      const oldest = this.cold[0];
      if (oldest === undefined) this.demote(Math.max(this.epoch, this.epochs.get(this.hot[0]!)!));
      else if (!this.referenced.delete(oldest)) return oldest;
      else {
        this.cold.shift();
        const hot = this.mayPromote(oldest);
        (hot ? this.hot : this.cold).push(oldest);
        this.epochs.set(oldest, ++this.epoch);
      }
    }
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.cold.shift();
    if (this.isInTest(victim)) this.nonResident.push(victim);
    while (
      this.nonResident.length > 0 &&
      (this.nonResident.length > this.capacity || !this.isInTest(this.nonResident[0]!))
    ) {
      this.nonResident.shift();
      this.adapt(-1);
    }
    if (victim === incoming) this.entered = undefined;
    return victim;
  }

  insert(id: number): void {
    this.enter(id);
    this.entered = undefined;
  }

  remove(id: number): void {
    this.hot = this.hot.filter(each => each !== id);
    this.cold = this.cold.filter(each => each !== id);
    this.referenced.delete(id);
  }

  private enter(id: number): void {
    if (this.entered === id) return;
    if (this.entered !== undefined) this.remove(this.entered);
    this.entered = id;
    const remembered = this.nonResident.includes(id);
    this.nonResident = this.nonResident.filter(each => each !== id);
    if (!remembered) this.epoch++;
    const warmingUp = this.hot.length + this.cold.length < this.capacity - this.leastCold;
    const hot = remembered ? this.mayPromote(id) : warmingUp;
    (hot ? this.hot : this.cold).push(id);
    this.epochs.set(id, this.epoch);
  }

  private mayPromote(page: number): boolean {
    if (!this.isInTest(page)) return false;
    this.adapt(1);
    while (this.hot.length > 0 && this.hot.length >= this.capacity - this.coldTarget)
      if (!this.demote(this.epochs.get(page)!)) return false;
    return this.isInTest(page);
  }

  private demote(epoch: number): boolean {
    let until = epoch;
    while (this.hot.length > 0 && this.epochs.get(this.hot[0]!)! <= until) {
      const page = this.hot.shift()!;
      if (!this.referenced.delete(page)) {
        this.cold.push(page);
        return true;
      }
      this.hot.push(page);
      until += 1;
      this.epochs.set(page, until);
    }
    return false;
  }

  private isInTest(page: number): boolean {
    return this.hot.length === 0 || this.epochs.get(page)! > this.epochs.get(this.hot[0]!)!;
  }

  private adapt(pages: number): void {
    this.coldTarget = Math.max(this.leastCold, Math.min(this.capacity - this.leastCold, this.coldTarget + pages));
  }
}
