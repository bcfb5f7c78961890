import { z } from 'zod';
import { count, ratio } from '../parts.ts';

/** What the whole cache did. */
export const totals = z.strictObject({
  requests: count,
  operations: count,
  hits: count.describe("includes the partitions' hits"),
  misses: count,
  hitRatio: ratio,
  staleHits: count.describe('hits that served a superseded version, or data older than the longest TTL'),
  delayedHits: count.describe('misses that waited for a fetch that was under way already'),
  originFetches: count.describe('for demand and ahead of it'),
  peakInFlight: count.exactOptional().describe('the most fetches under way at once; absent where fetches take no time'),
  moved: z.number().min(0).describe('bytes, or entries on a workload without sizes, that moved between levels'),
  originBytes: z.number().min(0).exactOptional(),
  byteHitRatio: ratio.exactOptional(),
});
