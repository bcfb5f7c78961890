import { mean } from './intervals.ts';
import type { Measured } from './page.ts';

/** What a row was to reach and did not. */
export function brokenPromises({ workload, predictor, promise, gain, accuracy }: Measured): string[] {
  if (!promise) return [];
  const complaints: string[] = [];
  if (-mean(gain) < promise.gain) complaints.push(`saves less than ${100 * promise.gain} % of the mean latency`);
  if (mean(accuracy) < promise.accuracy) complaints.push(`is accurate in less than ${100 * promise.accuracy} %`);
  return complaints.map(complaint => `${predictor} on ${workload} ${complaint}`);
}
