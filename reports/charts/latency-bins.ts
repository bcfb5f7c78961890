import type { LatencyBucket } from '../../engine/documents/latency.ts';

/** Requests by place that answered them, in (fromMs, toMs]. */
export type LatencyBin = LatencyBucket;

/** The least and the greatest latency that a logarithmic axis has to show; null when all took no time at all. */
export function latencyRange(buckets: readonly LatencyBucket[]): readonly [number, number] | null {
  const filled = buckets.filter(({ toMs, counts }) => toMs > 0 && counts.some(each => each > 0));
  if (filled.length === 0) return null;
  const low = Math.min(...filled.map(positiveStart));
  const high = Math.max(...filled.map(({ toMs }) => toMs));
  return low < high ? [low, high] : [low / 1.1, high * 1.1];
}

/**
 * The histogram on bins of equal width in the logarithm, so that heights compare. What a bucket counts for a place is spread
 * evenly over the part of the bucket, on the logarithmic axis, that lies within the place's own least and greatest latency.
 * @param limits by place: [min, max] in milliseconds, null where the place answered nothing
 */
export function logarithmicBins(
  buckets: readonly LatencyBucket[],
  bins: number,
  limits: readonly (readonly [number, number] | null)[],
): LatencyBin[] {
  const range = latencyRange(buckets);
  if (!range) return [];
  const [low, high] = [Math.log(range[0]), Math.log(range[1])];
  const step = (high - low) / bins;
  const result = Array.from({ length: bins }, (_, i) => ({
    fromMs: Math.exp(low + i * step),
    toMs: Math.exp(low + (i + 1) * step),
    counts: limits.map(() => 0),
  }));
  const binOf = (log: number) => Math.max(0, Math.min(bins - 1, Math.floor((log - low) / step)));
  for (const bucket of buckets) {
    if (bucket.toMs <= 0) continue;
    bucket.counts.forEach((count, place) => {
      const limit = limits[place];
      if (count === 0 || !limit) return;
      const from = Math.log(Math.max(positiveStart(bucket), limit[0]));
      const to = Math.log(Math.min(bucket.toMs, limit[1]));
      // A place with one single latency, or one on a bucket's edge, has all its requests at a point.
      const [first, last] = to - from < 1e-9 ? [binOf(to), binOf(to)] : [binOf(from), binOf(to - 1e-9 * step)];
      for (let bin = first; bin <= last; bin++) {
        const start = Math.max(from, low + bin * step);
        const end = Math.min(to, low + (bin + 1) * step);
        result[bin]!.counts[place]! += first === last ? count : (count * (end - start)) / (to - from);
      }
    });
  }
  return result;
}

/** A bucket that starts at nothing starts at half its end, for a logarithm's sake. */
function positiveStart({ fromMs, toMs }: LatencyBucket): number {
  return fromMs > 0 ? fromMs : toMs / 2;
}
