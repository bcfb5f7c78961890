import { z } from 'zod';
import { count } from '../parts.ts';

const causes = {
  compulsory: count.describe('nobody has stored the key yet, or not since it was deleted'),
  expired: count.describe('with room for everything its lifetime would have ended all the same'),
  arriving: count.describe('with room for everything its data would still have been on its way'),
  capacity: count.describe('OPT misses it too in as much room'),
  policy: count.describe('OPT would have hit'),
};

const missesOf = z.strictObject({ name: z.string(), requests: count, misses: count, ...causes });

export const diagnosis = z
  .strictObject({
    misses: count.describe('the sum of the causes'),
    causes: z.strictObject(causes).describe('each miss has the first of them that applies'),
    optimal: z
      .strictObject({ policy: z.string(), misses: count })
      .describe('the clairvoyant policy in one level of the same total capacity'),
    staleHits: count,
    promotions: count.describe('moves to a faster level'),
    promotionsUndone: count.describe('promoted entries that left the faster level without having been hit there'),
    keys: z.array(missesOf).describe('those with the most misses'),
    types: z.array(missesOf).exactOptional().describe('data types; absent where the workload has none'),
  })
  .describe('where the misses come from');
