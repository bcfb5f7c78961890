import { randomStream } from '../random.ts';
import { normalBelow, studentBeyond, studentQuantile } from './distributions.ts';

/**
 * Confidence intervals of means and of paired differences, by resampling. Whoever compares two caches runs both on the same
 * requests, seed by seed (or block by block of one trace), and looks at the differences: what the workload's own luck adds to both is gone.
 */

/** A mean, and where it lies with a confidence of 95 %. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A mean difference. */
export interface Difference extends Estimate {
  /** Probability of a mean at least so far from 0 if there were no difference: two-sided paired t test. */
  readonly p: number;
}

const RESAMPLES = 10_000;
const BEYOND = 0.05;
/** Fewer values have too few resamples to tell anything in their tails. */
const FEWEST_RESAMPLED = 6;

/**
 * Resamples of n values, drawn once and used for all that is measured on the same n seeds or blocks. The interval is the
 * expanded percentile interval (Hesterberg, "What Teachers Should Know About the Bootstrap", The American Statistician 69(4), 2015):
 * plain percentiles of so few values are too narrow, so their level is the one at which they equal Student's
 * interval where the resampled means are normal. Of fewer than six values, Student's interval itself.
 */
export class Bootstrap {
  private readonly length: number;
  /** The values drawn, resample by resample. */
  private readonly drawn: Uint32Array;
  private readonly sorted = new Float64Array(RESAMPLES);
  /** Of the sorted means, those that are the ends of the interval. */
  private readonly first: number;
  private readonly t: number;

  /** @param length how many values, at least 2 */
  constructor(length: number, seed: number) {
    if (length < 2) throw new RangeError(`an interval takes two values at least, not ${length}`);
    this.length = length;
    this.t = studentQuantile(BEYOND, length - 1);
    const tail = normalBelow(-this.t * Math.sqrt(length / (length - 1)));
    this.first = Math.floor(tail * RESAMPLES);
    this.drawn = new Uint32Array(length < FEWEST_RESAMPLED ? 0 : RESAMPLES * length);
    const random = randomStream(seed, `bootstrap/${length}`);
    for (let i = 0; i < this.drawn.length; i++) this.drawn[i] = Math.floor(random() * length);
  }

  /** Of as many values as the resamples were drawn for. */
  mean(values: ArrayLike<number>): Estimate {
    if (values.length !== this.length) throw new RangeError(`${values.length} values, expected ${this.length}`);
    const mean = meanOf(values);
    const error = standardError(values, mean);
    if (error === 0) return { mean, low: mean, high: mean };
    if (this.length < FEWEST_RESAMPLED) return { mean, low: mean - this.t * error, high: mean + this.t * error };
    const { drawn, sorted, first, length } = this;
    for (let r = 0; r < RESAMPLES; r++) {
      let sum = 0;
      for (let i = r * length; i < (r + 1) * length; i++) sum += values[drawn[i]!]!;
      sorted[r] = sum / length;
    }
    sorted.sort();
    return { mean, low: sorted[first]!, high: sorted[RESAMPLES - 1 - first]! };
  }

  /** How much more b is than a, pair by pair. */
  difference(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
    const differences = Float64Array.from(b, (value, i) => value - a[i]!);
    const estimate = this.mean(differences);
    const error = standardError(differences, estimate.mean);
    const t = error === 0 ? Number.POSITIVE_INFINITY : estimate.mean / error;
    return { ...estimate, p: estimate.mean === 0 ? 1 : studentBeyond(t, this.length - 1) };
  }
}

/** How much more b is than a, pair by pair; two pairs at least. */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>, seed: number): Difference {
  return new Bootstrap(b.length, seed).difference(a, b);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Of a mean; exactly 0 where all values are the same, whatever their mean was rounded to. */
function standardError(values: ArrayLike<number>, mean: number): number {
  let sum = 0;
  let same = true;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[0]) same = false;
    sum += (values[i]! - mean) ** 2;
  }
  return same ? 0 : Math.sqrt(sum / (values.length - 1) / values.length);
}
