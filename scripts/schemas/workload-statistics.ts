import { z } from 'zod';
import type { ResidencyMap, WorkloadStatistics } from '../../engine/documents/workload-statistics.ts';
import { count, ratio } from './parts.ts';

const bytes = z.number().min(0);
const rankedKey = z.strictObject({ rank: z.int().min(1), requests: count.describe('gets in the whole workload') });

export const popularity = z.strictObject({
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
});

export const reuse = z.strictObject({
  compulsoryMisses: count.describe('gets of a key that was not asked for or set before, or was deleted since'),
  reuses: count.describe('all other gets'),
  distance: z
    .strictObject({ p10: count, p50: count, p90: count, max: count })
    .nullable()
    .describe('records from one access of a key to the get that follows; percentiles are right to 0.4 %'),
  decades: z
    .array(z.strictObject({ upTo: count, reuses: count }))
    .describe('reuses by distance: of at most so many records, and more than the row before'),
});

export const workingSet = z.array(
  z.strictObject({
    from: count.describe('number of the first record'),
    operations: count,
    seconds: z.number().nullable().describe('time of the first record'),
    keys: count.describe('distinct keys'),
    newKeys: count.describe('keys that no earlier part names'),
    bytes: bytes.nullable().describe('of the distinct keys'),
  }),
);

/** What the document of a simulation says of its workload. */
export const workloadStatistics = z
  .strictObject({
    popularity,
    ranks: z.array(rankedKey).describe('keys at ranks evenly spaced on a logarithmic axis'),
    reuse,
    distances: z
      .array(z.strictObject({ from: z.number(), to: z.number(), reuses: count }))
      .describe('reuses with a distance in (from, to] records; right to 0.4 %'),
    workingSet: workingSet.describe('equal parts of the workload, 40 at most'),
  })
  .describe('what the workload is like, whatever the cache') satisfies z.ZodType<WorkloadStatistics>;

export const residencyMap = z
  .strictObject({
    keys: z
      .array(
        rankedKey.extend({
          places: z
            .string()
            .regex(/^[.0-9a-z]*$/)
            .describe("for each window of series, the place's number in answeredBy in base 36, or a dot for nowhere"),
        }),
      )
      .describe('at ranks evenly spaced on a logarithmic axis, the most popular first'),
  })
  .describe('where some keys lay at the end of each window') satisfies z.ZodType<ResidencyMap>;
