/** A power law through ranks and frequencies. */
export interface ZipfFit {
  /** Frequency falls as rank to the power of minus this. */
  readonly exponent: number;
  /** Share of the variance that the line explains, on the logarithmic axes; 1 is a perfect power law. */
  readonly rSquared: number;
  /** The last rank that was looked at; the first is 1. */
  readonly toRank: number;
}

/** Below so many requests a frequency is mostly chance. */
const LEAST_FREQUENCY = 10;
const POINTS_PER_DECADE = 20;
/** A line over less than two decades would say little of a power law. */
const LEAST_RANKS = 100;

/**
 * Estimates the exponent of Zipf's law: a least-squares line through the logarithms of frequency and rank, at up to 20 ranks a
 * decade, evenly spaced on the logarithmic axis so that the many rare keys do not outweigh the head; from rank 1 to the last key
 * with at least 10 requests.
 * @param frequencies in descending order
 * @returns null where fewer than a hundred keys were asked for that often
 */
export function fitZipf(frequencies: ArrayLike<number>): ZipfFit | null {
  let toRank = frequencies.length;
  while (toRank > 0 && frequencies[toRank - 1]! < LEAST_FREQUENCY) toRank--;
  if (toRank < LEAST_RANKS) return null;
  const points: { x: number; y: number }[] = [];
  let last = 0;
  for (let step = 0; last < toRank; step++) {
    const rank = Math.min(toRank, Math.round(10 ** (step / POINTS_PER_DECADE)));
    if (rank > last) points.push({ x: Math.log(rank), y: Math.log(frequencies[rank - 1]!) });
    last = rank;
  }
  const x = mean(points.map(point => point.x));
  const y = mean(points.map(point => point.y));
  const sum = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0);
  const xx = sum(point => (point.x - x) ** 2);
  const xy = sum(point => (point.x - x) * (point.y - y));
  const yy = sum(point => (point.y - y) ** 2);
  const level = frequencies[0] === frequencies[toRank - 1];
  // Rounded to what the data supports, so that the last bits of a logarithm decide nothing.
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    exponent: level ? 0 : rounded(-xy / xx),
    rSquared: level ? 1 : rounded((xy * xy) / (xx * yy)),
    toRank,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
