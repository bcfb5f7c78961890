/** Intervals that the means of a row look back over. */
export const WINDOW = 8;

/**
 * How long it takes from one request to the next, row by row, and how much that varies: mean and mean deviation over the latest intervals
 * that were as expected, as TCP estimates round trips. Where too few are, a period is looked for anew.
 */
export class Intervals {
  /** By row, in seconds. */
  readonly period: Float64Array;
  readonly deviation: Float64Array;
  /** By row: the share of the latest intervals that were as expected. */
  readonly met: Float64Array;
  /** By row: intervals that the means look back over. */
  readonly known: Uint8Array;
  private readonly tolerance: number;
  private readonly threshold: number;

  /**
   * @param tolerance share of the period by which an interval may differ and still be as expected
   * @param threshold share of the intervals that must be
   */
  constructor(rows: number, tolerance: number, threshold: number) {
    this.tolerance = tolerance;
    this.threshold = threshold;
    this.period = new Float64Array(rows);
    this.deviation = new Float64Array(rows);
    this.met = new Float64Array(rows);
    this.known = new Uint8Array(rows);
  }

  clear(row: number): void {
    this.known[row] = 0;
  }

  /** @returns whether the interval was as expected */
  learn(row: number, interval: number): boolean {
    const { period, deviation, met, known } = this;
    const count = known[row]!;
    if (count === 0) {
      this.begin(row, interval);
      return false;
    }
    const error = interval - period[row]!;
    const fits = Math.abs(error) <= this.tolerance * period[row]!;
    met[row]! += ((fits ? 1 : 0) - met[row]!) / count;
    if (fits) {
      period[row]! += error / (count + 1);
      deviation[row]! += (Math.abs(error) - deviation[row]!) / count;
    } else if (met[row]! < this.threshold) {
      this.begin(row, interval);
      return false;
    }
    if (count < WINDOW) known[row]!++;
    return fits;
  }

  private begin(row: number, interval: number): void {
    this.period[row] = interval;
    this.deviation[row] = 0;
    this.met[row] = 0;
    this.known[row] = 1;
  }
}
