import type { SeriesPoint } from '../../engine/documents/sim.ts';

/** A window of the run on the axis of requests: [from, to). */
export interface Window extends SeriesPoint {
  readonly to: number;
  /** Share of the window's requests that the origin answered. */
  readonly missRatio: number;
}

/** The series with each window's end and miss ratio; windows without requests are left out. */
export function windowsOf(series: readonly SeriesPoint[]): Window[] {
  return series
    .filter(point => point.requests > 0)
    .map(point => ({
      ...point,
      to: point.from + point.requests,
      missRatio: point.answered.at(-1)! / point.requests,
    }));
}

/** What happened in a stretch of windows, taken together. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fromSeconds: number;
  readonly requests: number;
  readonly answered: readonly number[];
  readonly latencyMeanMs: number;
  /** The highest of the windows' 99th percentiles: percentiles themselves cannot be averaged. */
  readonly worstP99Ms: number;
}

/** @param windows at least one, in order */
export function summarizeWindows(windows: readonly Window[]): Stretch {
  const requests = windows.reduce((sum, each) => sum + each.requests, 0);
  return {
    from: windows[0]!.from,
    to: windows.at(-1)!.to,
    fromSeconds: windows[0]!.seconds,
    requests,
    answered: windows[0]!.answered.map((_, i) => windows.reduce((sum, each) => sum + each.answered[i]!, 0)),
    latencyMeanMs: windows.reduce((sum, each) => sum + each.latencyMeanMs * each.requests, 0) / requests,
    worstP99Ms: Math.max(...windows.map(each => each.latencyP99Ms)),
  };
}
