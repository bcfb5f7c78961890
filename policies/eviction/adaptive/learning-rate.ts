const LEAST = 0.001;
/** Samples in a row without a rise of the hit ratio after which the search starts anew elsewhere. */
const PATIENCE = 10;

/**
 * The learning rate λ of CACHEUS. After each sample of requests it moves on in the direction in which the hit ratio rose and back when it
 * fell, by |λ δ| where δ is its last change; once it rests and the hit ratio does not rise, it is drawn anew.
 * (Algorithm 3 of the paper.)
 */
export class LearningRate {
  value: number;
  private previous = 0;
  private readonly sample: number;
  private readonly die: { random(): number };
  private left: number;
  private hits = 0;
  private hitRatio = 0;
  private resting = 0;

  /**
   * @param value the rate at first
   * @param sample requests in a sample; `Infinity` leaves the rate as it is
   */
  constructor(value: number, sample: number, die: { random(): number }) {
    this.value = value;
    this.sample = sample;
    this.die = die;
    this.left = sample;
  }

  /** Hears of a request. */
  observe(hit: boolean): void {
    if (hit) this.hits++;
    if (--this.left === 0) this.adapt();
  }

  private adapt(): void {
    const hitRatio = this.hits / this.sample;
    const rise = hitRatio - this.hitRatio;
    const change = this.value - this.previous;
    this.previous = this.value;
    this.hitRatio = hitRatio;
    this.hits = 0;
    this.left = this.sample;
    if (change !== 0) {
      const step = Math.abs(this.value * change);
      this.value = Math.max(LEAST, rise * change > 0 ? this.value + step : this.value - step);
      this.resting = 0;
    } else if (hitRatio === 0 || rise <= 0) {
      this.resting++;
      if (this.resting < PATIENCE) return;
      this.resting = 0;
      this.value = LEAST + (1 - LEAST) * this.die.random();
    }
  }
}
