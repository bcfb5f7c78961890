import { BoundedRows, NO_ROW } from '../../policies/structures/bounded-rows.ts';

/** Proposals are judged by confidence, in so many classes of equal width. */
const CLASSES = 10;

/** An average looks back over so many outcomes. */
const WINDOW = 100;

/** Outcomes that a class must have before it may be trusted. */
const TRIAL = 10;

/** Fetching begins above the one and ends below the other. */
const ON = 0.5;
const OFF = 0.4;

export function confidenceClass(confidence: number): number {
  return Math.max(0, Math.min(CLASSES - 1, Math.floor(CLASSES * confidence)));
}

/**
 * Decides by what became of earlier proposals of the same confidence whether one is worth a fetch. While it is not, proposals
 * are still written down, without fetching, and those that are asked for soon after speak for the class again. Trust is earned:
 * at the beginning nothing is fetched.
 */
export class Throttle {
  private readonly average = new Float64Array(CLASSES);
  private readonly outcomes = new Float64Array(CLASSES);
  private readonly open = new Uint8Array(CLASSES);
  /** Proposals that were not fetched and wait to be asked for; a full list counts its oldest as useless. */
  private readonly ghosts: BoundedRows;
  private readonly classOf: Uint8Array;

  /** @param memory how many proposals wait at a time: as many as would stay in the cache */
  constructor(universe: number, memory: number) {
    this.ghosts = new BoundedRows(universe, Math.max(1, memory));
    this.classOf = new Uint8Array(Math.min(universe, Math.max(1, memory)));
  }

  allows(confidenceClass: number): boolean {
    return this.open[confidenceClass] === 1;
  }

  /** What became of a fetch, or of a proposal that would have been one. */
  outcome(confidenceClass: number, useful: boolean): void {
    const { average, outcomes, open } = this;
    const count = ++outcomes[confidenceClass]!;
    average[confidenceClass]! += ((useful ? 1 : 0) - average[confidenceClass]!) / Math.min(count, WINDOW);
    if (count < TRIAL) return;
    const mean = average[confidenceClass]!;
    if (mean > ON) open[confidenceClass] = 1;
    else if (mean < OFF) open[confidenceClass] = 0;
  }

  /** A proposal was not fetched. */
  writeDown(id: number, confidenceClass: number): void {
    if (this.ghosts.of(id) !== NO_ROW) return;
    const oldest = this.ghosts.nextLoser;
    if (oldest >= 0) this.outcome(this.classOf[this.ghosts.of(oldest)]!, false);
    this.classOf[this.ghosts.claim(id, () => {})] = confidenceClass;
  }

  /** The number of an id goes to another key: nobody asked for what was proposed. */
  forget(id: number): void {
    const row = this.ghosts.of(id);
    if (row === NO_ROW) return;
    this.outcome(this.classOf[row]!, false);
    this.ghosts.release(id);
  }

  /** A client asked for an id. */
  requested(id: number): void {
    const row = this.ghosts.of(id);
    if (row === NO_ROW) return;
    this.outcome(this.classOf[row]!, true);
    this.ghosts.release(id);
  }
}
