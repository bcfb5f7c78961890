/** What a replay says about a cache; ratios are of the gets that were counted. */
export interface Measures {
  readonly requests: number;
  readonly hitRatio: number;
  readonly latencyMeanMs: number;
  readonly latencyP99Ms: number;
  /** For demand and ahead of it. */
  readonly fetchesPerRequest: number;
}

export const measureNames = ['hitRatio', 'latencyMeanMs', 'latencyP99Ms', 'fetchesPerRequest'] as const;
export type MeasureName = (typeof measureNames)[number];
