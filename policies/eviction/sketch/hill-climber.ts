/** The first step, as a share of the capacity, and what is left of a step after each sample. */
const STEP = 0.0625;
const DECAY = 0.98;
/** A change of the hit ratio from one sample to the next that says that the workload has changed: steps are long again. */
const RESTART = 0.05;

/**
 * Climbs the hit ratio as a function of one share of a cache: goes on in the same direction as long as the hit ratio rises from
 * sample to sample, and turns round when it falls. Steps shrink, so that it comes to rest near the top.
 */
export class HillClimber {
  private readonly sample: number;
  private readonly firstStep: number;
  private step: number;
  private left: number;
  private hits = 0;
  private previousHitRatio = 0;
  private direction = -1;
  /** Part of the last step that was less than a whole entry. */
  private rest = 0;

  /** @param sample requests in a sample */
  constructor(capacity: number, sample: number) {
    this.sample = sample;
    this.firstStep = STEP * capacity;
    this.step = this.firstStep;
    this.left = sample;
  }

  /** Hears of a request. @returns by how much the share should grow (below 0: shrink) now, in entries or bytes: mostly 0 */
  observe(hit: boolean): number {
    if (hit) this.hits++;
    return --this.left > 0 ? 0 : this.adjust();
  }

  private adjust(): number {
    const hitRatio = this.hits / this.sample;
    if (hitRatio < this.previousHitRatio) this.direction = -this.direction;
    if (Math.abs(hitRatio - this.previousHitRatio) >= RESTART) this.step = this.firstStep;
    const wanted = this.direction * this.step + this.rest;
    const made = Math.trunc(wanted);
    this.rest = wanted - made;
    this.step *= DECAY;
    this.previousHitRatio = hitRatio;
    this.hits = 0;
    this.left = this.sample;
    return made;
  }
}
