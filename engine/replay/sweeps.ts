import type { Hierarchy } from '../hierarchy/hierarchy.ts';

/** Active sweeps of expired entries, every so many seconds, counted from the first record. */
export class Sweeps {
  private readonly hierarchy: Hierarchy;
  private readonly every: number;
  /** Seconds; NaN before the first record. */
  private next = Number.NaN;

  constructor(hierarchy: Hierarchy, everySeconds: number) {
    this.hierarchy = hierarchy;
    this.every = everySeconds;
  }

  /** Before the record at this time, sweeps if it is due. */
  advance(now: number): void {
    if (Number.isNaN(this.next)) this.next = now + this.every;
    if (now < this.next) return;
    // Of several sweeps with no request between them the last one does all.
    this.next += this.every * Math.floor((now - this.next) / this.every);
    this.hierarchy.advance(this.next);
    this.hierarchy.sweep();
    this.next += this.every;
  }
}
