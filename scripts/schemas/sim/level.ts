import { z } from 'zod';
import { count, ratio } from '../parts.ts';
import { latency } from './latency.ts';

/** A level, or a partition, and the law that its counts obey. */
export const level = z
  .strictObject({
    name: z.string(),
    capacity: z.number().min(1),
    lookups: count,
    hits: count,
    misses: count,
    hitRatio: ratio,
    inserted: count.describe('includes promotedIn and demotedIn'),
    evicted: count,
    expired: count,
    invalidated: count,
    backInvalidated: count,
    promotedIn: count,
    promotedOut: count,
    demotedIn: count,
    demotedOut: count,
    resident: count.describe('at the end of the run'),
    latencyMs: z.strictObject(latency).nullable().describe('of the requests answered here; null when there were none'),
  })
  .describe(
    'resident at the start + inserted = evicted + expired + invalidated + backInvalidated + promotedOut + demotedOut + resident',
  );

export const utility = z
  .strictObject({
    requests: count.describe('gets'),
    capacity: z.number().min(0).describe('around which it is taken'),
    hits: count.describe('of LRU at that capacity'),
    step: z.number().min(1).describe('a tenth of the capacity, and at least 1'),
    gained: count.describe('hits that as much room more would bring'),
    lost: count.describe('hits that as much room less would cost'),
    gainedByOne: count.exactOptional().describe('hits that one entry more would bring; absent in bytes'),
    lostByOne: count.exactOptional().describe('hits that one entry less would cost; absent in bytes'),
  })
  .describe('of room to the requests for one data type: hits of LRU for them alone, without lifetimes');
