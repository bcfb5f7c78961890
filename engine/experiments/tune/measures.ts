import type { Replay } from '../../replay/replay.ts';

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

/** Windows of the series in one block. */
const WINDOWS = 5;

/**
 * The same for stretches of the run, one after the other. Of fetches ahead of demand it is not known when they were: all blocks have
 * the same number to a request.
 */
export function blocksOf({ meter, hierarchy, origin, misses, requests }: Replay): Measures[] {
  const ahead = (origin ? origin.fetches - misses : 0) / Math.max(1, requests);
  const blocks: Measures[] = [];
  for (let first = 0; first + WINDOWS <= meter.series.length; first += WINDOWS) {
    const windows = meter.series.slice(first, first + WINDOWS);
    const counted = windows.reduce((sum, window) => sum + window.requests, 0);
    const mean = (value: (window: (typeof windows)[number]) => number) =>
      windows.reduce((sum, window) => sum + value(window) * window.requests, 0) / counted;
    const missRatio = mean(window => window.answered[hierarchy.origin]! / window.requests);
    blocks.push({
      requests: counted,
      hitRatio: 1 - missRatio,
      latencyMeanMs: mean(window => window.latencyMeanMs),
      latencyP99Ms: mean(window => window.latencyP99Ms),
      fetchesPerRequest: missRatio + ahead,
    });
  }
  return blocks;
}
