export interface LatencySummary {
  readonly mean: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** Latency of the requests for one data type, whoever answered them. */
export interface TypeLatency {
  readonly name: string;
  readonly requests: number;
  readonly latencyMs: LatencySummary;
}

/** One bar of the latency histogram: requests answered in (fromMs, toMs], by who answered; same order as `answeredBy`. */
export interface LatencyBucket {
  readonly fromMs: number;
  readonly toMs: number;
  readonly counts: readonly number[];
}
