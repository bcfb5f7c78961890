import type { WorkloadStatistics } from '../../engine/documents/workload-statistics.ts';
import { count, percent, plural } from './numbers.ts';

/** How concentrated the requests are, and how many keys nobody comes back for. */
export function workloadFinding({ popularity }: WorkloadStatistics): string {
  const { keys, keysOfHalf, oneHitWonders } = popularity;
  if (keys === 1) return 'All requests ask for one and the same key';
  const half = `Half of the requests ask for ${count(keysOfHalf)} of ${plural(keys, 'key')}`;
  if (oneHitWonders === 0) return `${half}, and every key is asked for again`;
  if (oneHitWonders === keys) return `No key is asked for twice: ${plural(keys, 'one-hit wonder')}`;
  return `${half}; ${percent(oneHitWonders / keys, keys)} of keys are asked for only once`;
}

/** What is drawn, with the numbers that no picture shows. */
export function workloadCaption({ popularity, reuse }: WorkloadStatistics): string {
  const gets = reuse.compulsoryMisses + reuse.reuses;
  const first = `${percent(reuse.compulsoryMisses / gets, gets)} of requests are the first for their key, which a cache of any size misses`;
  const distance = reuse.distance
    ? `; half of the others come within ${plural(reuse.distance.p50, 'record')} of the last access`
    : '';
  const zipf = popularity.zipf
    ? ` Zipf's law with exponent ${popularity.zipf.exponent.toFixed(2)} explains ${percent(popularity.zipf.rSquared, 1e4)} of the variance of the frequencies of ranks 1 to ${count(popularity.zipf.toRank)}.`
    : '';
  return `The whole workload, whatever the cache: ${first}${distance}.${zipf}`;
}
