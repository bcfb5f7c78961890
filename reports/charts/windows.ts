import type { SeriesPoint, SimDocument } from '../../engine/documents/sim.ts';
import { placesOf } from './answerers.ts';

/** A window of the run on the axis of requests: [from, to). */
export interface Window extends SeriesPoint {
  readonly to: number;
  /** Requests that were hits: stale answers are none. */
  readonly hits: number;
  readonly hitRatio: number;
}

/** The series with each window's end and hits; windows without requests are left out. */
export function windowsOf({ series, answeredBy }: Pick<SimDocument, 'series' | 'answeredBy'>): Window[] {
  const places = placesOf({ answeredBy }).length;
  return series
    .filter(point => point.requests > 0)
    .map(point => {
      const others = point.answered.slice(places).reduce((sum, each) => sum + each, 0);
      const hitRatio = 1 - others / point.requests;
      return { ...point, to: point.from + point.requests, hits: point.requests - others, hitRatio };
    });
}

/** What happened in a stretch of windows, taken together. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fromSeconds: number;
  readonly requests: number;
  readonly hitRatio: number;
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
    hitRatio: windows.reduce((sum, each) => sum + each.hits, 0) / requests,
    answered: windows[0]!.answered.map((_, i) => windows.reduce((sum, each) => sum + each.answered[i]!, 0)),
    latencyMeanMs: windows.reduce((sum, each) => sum + each.latencyMeanMs * each.requests, 0) / requests,
    worstP99Ms: Math.max(...windows.map(each => each.latencyP99Ms)),
  };
}
