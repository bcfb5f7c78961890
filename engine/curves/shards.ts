import type { PartCounts } from './estimate.ts';
import { StackDistances } from './stack-distances.ts';
import type { ThinnedPart } from './thinned.ts';

/**
 * SHARDS (Waldspurger, Park, Garthwaite and Ahmad, "Efficient MRC construction with SHARDS", FAST 2015): stack distances of the
 * requests for a share of the keys stand for those of all, when each is divided by the share.
 * @param capacities in entries, of LRU caches for the whole workload
 */
export function shards({ requests, share }: ThinnedPart, capacities: readonly number[]): PartCounts[] {
  const distances = new StackDistances(requests.universe);
  for (const batch of requests.batches) distances.replay(batch);
  // The requested key itself counts in full, those above it in the stack by their share.
  const scaled = capacities.map(capacity => 1 + (capacity - 1) * share);
  const below = distances.at(scaled.map(Math.floor));
  const above = distances.at(scaled.map(Math.ceil));
  return scaled.map((capacity, i) => {
    const part = capacity - Math.floor(capacity);
    const between = (count: 'hits' | 'evictions') => (1 - part) * below[i]![count] + part * above[i]![count];
    return { share, misses: distances.gets - between('hits'), evictions: between('evictions') };
  });
}
