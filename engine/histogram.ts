/** Buckets per doubling: the relative error of a bucket's middle is at most 1 / 256. */
const PRECISION_BITS = 7;
const BUCKETS_PER_DOUBLING = 1 << PRECISION_BITS;
const SHIFT = 20 - PRECISION_BITS;
/** Exponents of doubles that are told apart: 2^-24 (0.06 ns when values are milliseconds) to 2^40 (35 years). */
const LEAST_EXPONENT = -24;
const EXPONENTS = 64;
const OFFSET = (1023 + LEAST_EXPONENT) << PRECISION_BITS;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);
/** Where the sign and exponent of a double lie in memory. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * A high-dynamic-range histogram of non-negative numbers, with relative error below 0.4 % and fixed memory. A bucket is the
 * exponent and the leading seven bits of the number itself, so adding takes a few nanoseconds (the idea of HdrHistogram,
 * G. Tene; its JavaScript port takes 50 to 110).
 */
export class Histogram {
  private readonly counts = new Uint32Array(EXPONENTS * BUCKETS_PER_DOUBLING);
  private total = 0;
  private sum = 0;
  private least = Number.POSITIVE_INFINITY;
  private most = 0;

  add(value: number): void {
    this.addTimes(value, 1);
  }

  addTimes(value: number, times: number): void {
    this.counts[bucketOf(value)]! += times;
    this.total += times;
    this.sum += value * times;
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
  }

  get count(): number {
    return this.total;
  }

  get mean(): number {
    return this.total === 0 ? 0 : this.sum / this.total;
  }

  get min(): number {
    return this.total === 0 ? 0 : this.least;
  }

  get max(): number {
    return this.most;
  }

  /** The value that a share q (0…1) of all values does not exceed; 0 when empty. */
  quantile(q: number): number {
    if (this.total === 0) return 0;
    const rank = Math.max(1, Math.ceil(q * this.total));
    let seen = 0;
    for (let bucket = 0; bucket < this.counts.length; bucket++) {
      seen += this.counts[bucket]!;
      if (seen >= rank) return Math.min(this.most, Math.max(this.least, middleOf(bucket)));
    }
    return this.most;
  }

  /** Adds all of another histogram's values. */
  merge(other: Histogram): void {
    if (other.total === 0) return;
    for (let bucket = 0; bucket < this.counts.length; bucket++) this.counts[bucket]! += other.counts[bucket]!;
    this.total += other.total;
    this.sum += other.sum;
    this.least = Math.min(this.least, other.least);
    this.most = Math.max(this.most, other.most);
  }

  clear(): void {
    this.counts.fill(0);
    this.total = 0;
    this.sum = 0;
    this.least = Number.POSITIVE_INFINITY;
    this.most = 0;
  }

  /** How many values lie in (from, to], to the precision of the buckets; from 0 on, all up to `to`. */
  countBetween(from: number, to: number): number {
    let sum = 0;
    for (let bucket = from === 0 ? 0 : bucketOf(from) + 1; bucket <= bucketOf(to); bucket++)
      sum += this.counts[bucket]!;
    return sum;
  }
}

function bucketOf(value: number): number {
  double[0] = value;
  const bucket = (halves[HIGH]! >> SHIFT) - OFFSET;
  return bucket < 0 ? 0 : Math.min(bucket, EXPONENTS * BUCKETS_PER_DOUBLING - 1);
}

function middleOf(bucket: number): number {
  halves[1 - HIGH] = 0;
  halves[HIGH] = (bucket + OFFSET) << SHIFT;
  const from = double[0]!;
  halves[HIGH] = (bucket + 1 + OFFSET) << SHIFT;
  return (from + double[0]!) / 2;
}
