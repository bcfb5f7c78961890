import { z } from 'zod';
import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { COLUMNS } from '../../workloads/requests.ts';
import { count, head, named, ratio, timing } from './parts.ts';

const bytes = z.number().min(0);
const shares = z.array(z.strictObject({ name: z.string(), operations: count }));
const sizes = z
  .strictObject({ min: bytes, mean: bytes, p50: bytes, p99: bytes, max: bytes })
  .describe('percentiles are right to 0.4 %');

/** What `tierlab trace info --json` prints. */
export const traceInfoSchema = z.strictObject({
  schema: named('tierlab/trace-info@1'),
  ...head,
  columns: z.array(z.enum(COLUMNS)).describe('what records say beside their key'),
  operations: shares.describe('records by what they ask for'),
  types: shares,
  priorities: shares,
  ttl: z
    .strictObject({ operations: count, min: z.number(), p50: z.number(), max: z.number() })
    .nullable()
    .describe('lifetimes of their own that records have, in seconds'),
  clients: count.describe('distinct sessions, jobs or tenants'),
  time: z
    .strictObject({
      from: z.number().describe('seconds'),
      to: z.number().describe('seconds'),
      stepsBack: count.describe('records that are earlier than the one before'),
    })
    .nullable(),
  popularity: z.strictObject({
    keys: count.describe('that a get asks for'),
    oneHitWonders: count.describe('keys that exactly one get asks for'),
    keysOfHalf: count.describe('the least number of keys that together have half of the gets'),
    top: z
      .array(z.strictObject({ keys: count, requests: count }))
      .describe('gets of the most popular keys: the first, 0.1 %, 1 %, 10 % and 50 % of them'),
    zipf: z
      .strictObject({ exponent: z.number(), rSquared: ratio, toRank: count })
      .nullable()
      .describe(
        'a least-squares line through log frequency and log rank, at up to 20 ranks a decade evenly spaced on the ' +
          'logarithmic axis, from rank 1 to toRank, the last key with at least 10 gets; null where fewer than 100 keys have so many',
      ),
  }),
  reuse: z.strictObject({
    compulsoryMisses: count.describe('gets of a key that was not asked for or set before, or was deleted since'),
    reuses: count.describe('all other gets'),
    distance: z
      .strictObject({ p10: count, p50: count, p90: count, max: count })
      .nullable()
      .describe('records from one access of a key to the get that follows; percentiles are right to 0.4 %'),
    decades: z
      .array(z.strictObject({ upTo: count, reuses: count }))
      .describe('reuses by distance: of at most so many records, and more than the row before'),
  }),
  sizes: z
    .strictObject({
      keys: sizes.describe('each key with the size last seen'),
      requests: sizes.nullable().describe('of what gets ask for'),
      bytesRequested: bytes,
      changes: count.describe('records that give a key another size than the one before'),
    })
    .nullable(),
  workingSet: z
    .array(
      z.strictObject({
        from: count.describe('number of the first record'),
        operations: count,
        seconds: z.number().nullable().describe('time of the first record'),
        keys: count.describe('distinct keys'),
        newKeys: count.describe('keys that no earlier part names'),
        bytes: bytes.nullable().describe('of the distinct keys'),
      }),
    )
    .describe('ten equal parts of the workload'),
  phases: z.array(z.strictObject({ at: count, label: z.string() })),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<TraceInfoDocument>;
