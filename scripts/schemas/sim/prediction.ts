import { z } from 'zod';
import { count, milliseconds, ratio } from '../parts.ts';
import { latency } from './latency.ts';

const twin = z.strictObject({
  hitRatio: ratio,
  misses: count,
  delayedHits: count,
  originFetches: count,
  latencyMeanMs: milliseconds,
});

export const prediction = z
  .strictObject({
    spec: z.string(),
    requested: count.describe('redundant + rejected + issued'),
    redundant: count.describe('in the cache or on their way already'),
    rejected: count.describe('not fetched: no budget, no trust, nobody to fetch them'),
    issued: count.describe('useful + late + evictedUnused + expiredUnused + residentUnused'),
    useful: count,
    late: count.describe('asked for while they were on their way'),
    evictedUnused: count.describe('left for any cause but expiry, unused'),
    expiredUnused: count,
    residentUnused: count.describe('includes those under way at the end'),
    accuracy: ratio.nullable().describe('(useful + late) / issued; null when nothing was issued'),
    coverage: z.number().max(1).nullable().describe('share of the misses without prediction that it saved'),
    timeliness: ratio.nullable().describe('useful / (useful + late)'),
    pollution: count.describe('demand misses on entries that a prefetch pushed out'),
    overhead: count.describe('issued − useful − late'),
    slackMs: z.strictObject(latency).nullable().describe('how long fetched entries lay there before they were used'),
    without: twin.describe('the same requests without prediction'),
    oracle: twin.nullable().describe('the same requests with a predictor that knows them; null when they are too many'),
  })
  .describe('what prediction did, and what it was good for');
