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
  staleAnswers: count
    .exactOptional()
    .describe('gets answered by an entry whose lifetime had ended, neither hits nor misses; absent where none may be'),
  originFetches: count.describe('for demand, revalidations included, and ahead of it'),
  revalidations: count.exactOptional().describe('fetches that began for stale answers; absent where there are none'),
  doubledFetches: count
    .exactOptional()
    .describe('fetches begun although one for the same data was under way; absent where fetches take no time'),
  peakInFlight: count.exactOptional().describe('the most fetches under way at once; absent where fetches take no time'),
  moved: z.number().min(0).describe('bytes, or entries on a workload without sizes, that moved between levels'),
  originBytes: z.number().min(0).exactOptional(),
  byteHitRatio: ratio.exactOptional(),
});
