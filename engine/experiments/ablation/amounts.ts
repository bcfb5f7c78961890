import { METRICS, type Metric } from '../../documents/compare.ts';

/** What differs from design to design at one size. */
export const ABLATED = METRICS.filter(metric => metric !== 'memory');

/** What a metric is counted in, so that effects add up without rounding, and how many of these make one of the metric. */
export function unitOf(metric: Metric, counted: number): { readonly unit: string; readonly scale: number } {
  switch (metric) {
    case 'hitRatio':
      return { unit: 'hits', scale: counted };
    case 'byteHitRatio':
      return { unit: 'millionths', scale: 1e6 };
    case 'latencyMeanMs':
      return { unit: 'microseconds waited', scale: 1e3 * counted };
    case 'latencyP99Ms':
      return { unit: 'nanoseconds', scale: 1e6 };
    case 'originFetches':
      return { unit: 'fetches', scale: 1 };
    case 'moved':
      return { unit: 'moved', scale: 1 };
    case 'staleHits':
      return { unit: 'hits', scale: 1 };
    case 'memory':
      return { unit: 'capacity', scale: 1 };
  }
}

/** Of all runs together; a trace is one run, of which the blocks are parts. */
export function amountOf(values: readonly number[], scale: number, samples: 'seeds' | 'blocks'): number {
  if (samples === 'seeds') return values.reduce((sum, value) => sum + Math.round(value * scale), 0);
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * scale);
}
