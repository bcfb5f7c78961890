import type { Unit } from '../../engine/configuration/types.ts';
import type { Metric } from '../../engine/documents/compare.ts';
import { capacity, compactCount, milliseconds, percent, points, relativeChange } from './numbers.ts';

/** How metrics are called. */
export const METRIC_NAMES: { readonly [Name in Metric]: string } = {
  hitRatio: 'hit ratio',
  byteHitRatio: 'byte hit ratio',
  latencyMeanMs: 'mean latency',
  latencyP99Ms: 'p99 latency',
  originFetches: 'origin fetches',
  moved: 'moved',
  staleHits: 'stale hits',
  memory: 'memory',
};

/** What numbers are rounded by. */
export interface Precision {
  /** Requests behind a mean, of all seeds or blocks. */
  readonly requests: number;
  /** Of capacities. */
  readonly unit: Unit;
}

export function isRatio(metric: Metric): boolean {
  return metric === 'hitRatio' || metric === 'byteHitRatio';
}

/** `57.3 %`, `2.1 ms`, `42,700`, `64 MiB`. */
export function sayMetric(metric: Metric, value: number, { requests, unit }: Precision): string {
  if (isRatio(metric)) return percent(value, requests);
  if (metric === 'latencyMeanMs' || metric === 'latencyP99Ms') return milliseconds(value, 3);
  return metric === 'memory' ? capacity(value, unit) : compactCount(value);
}

/** `−6.9 points`, `+17 %`; what began at nothing, `+420`. */
export function sayDifference(metric: Metric, difference: number, before: number, precision: Precision): string {
  if (isRatio(metric)) return points(difference, precision.requests);
  const relative = relativeChange(before, before + difference);
  return relative ?? `${difference < 0 ? '\u2212' : '+'}${sayMetric(metric, Math.abs(difference), precision)}`;
}

/** `−7 … −6.8`, in the unit of `sayDifference`, which stands beside it. */
export function sayInterval(
  metric: Metric,
  { low, high }: { readonly low: number; readonly high: number },
  before: number,
  precision: Precision,
): string {
  const bare = (difference: number) =>
    sayDifference(metric, difference, before, precision)
      .replace(/\u00a0(points?|%|ms|s)$/, '')
      .replace('±', '');
  return `${bare(low)} … ${bare(high)}`;
}
