import type { LatencySummary } from './latency.ts';

/** What prediction did, and what it was good for. */
export interface PredictionResult {
  readonly spec: string;
  /** requested = redundant + rejected + issued. */
  readonly requested: number;
  /** In the cache or on their way already. */
  readonly redundant: number;
  /** Not fetched: no budget, no trust, nobody to fetch them. */
  readonly rejected: number;
  /** issued = useful + late + evictedUnused + expiredUnused + residentUnused. */
  readonly issued: number;
  readonly useful: number;
  /** Asked for while they were on their way. */
  readonly late: number;
  /** Left for any cause but expiry, unused. */
  readonly evictedUnused: number;
  readonly expiredUnused: number;
  /** Includes those under way at the end. */
  readonly residentUnused: number;
  /** (useful + late) / issued; null when nothing was issued. */
  readonly accuracy: number | null;
  /** Share of the misses without prediction that it saved; null when there were none. Below 0 when it costs hits. */
  readonly coverage: number | null;
  /** useful / (useful + late); null when neither. */
  readonly timeliness: number | null;
  /** Demand misses on entries that a prefetch pushed out. */
  readonly pollution: number;
  /** issued − useful − late. */
  readonly overhead: number;
  /** How long fetched entries lay in the cache before they were used, in milliseconds; null when none was used. */
  readonly slackMs: LatencySummary | null;
  /** The same requests without prediction. */
  readonly without: PredictionTwin;
  /** The same requests with a predictor that knows them, under the same conditions; null when they are too many. */
  readonly oracle: PredictionTwin | null;
}

/** What a run with another prediction gave on the same requests. */
export interface PredictionTwin {
  readonly hitRatio: number;
  readonly misses: number;
  readonly delayedHits: number;
  readonly originFetches: number;
  readonly latencyMeanMs: number;
}
