import { milliseconds } from '../parts.ts';

/** How a distribution of latencies is told. */
export const latency = {
  mean: milliseconds,
  min: milliseconds,
  p50: milliseconds,
  p90: milliseconds,
  p95: milliseconds,
  p99: milliseconds,
  p999: milliseconds,
  max: milliseconds,
};
