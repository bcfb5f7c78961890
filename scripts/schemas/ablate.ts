import { z } from 'zod';
import type { AblateDocument } from '../../engine/documents/ablate.ts';
import { METRICS } from '../../engine/documents/compare.ts';
import { variantOptions } from './compare.ts';
import { configuration } from './configuration.ts';
import { count, head, named, timing } from './parts.ts';

const amount = z
  .int()
  .describe('of all runs together, in whole units; those of the steps add up to the difference of the ends');

const end = z.strictObject({
  name: z.string(),
  options: variantOptions.describe('what the end asks for, on top of what both have in common'),
  config: configuration.describe('what that is on this workload'),
  mean: z.number(),
  low: z.number().describe('of the 95 % interval of the mean'),
  high: z.number(),
  amount,
});

/** What `tierlab ablate` writes. */
export const ablateSchema = z.strictObject({
  schema: named('tierlab/ablate@1'),
  ...head,
  samples: z
    .enum(['seeds', 'blocks'])
    .describe('drawn with several seeds, or one trace in blocks of consecutive requests'),
  count: count.describe('of seeds or blocks'),
  counted: count.describe('gets that count in each run'),
  metric: z.enum(METRICS),
  unit: z.string().describe('what amounts count'),
  from: end,
  to: end,
  steps: z
    .array(
      z.strictObject({
        axis: z.string(),
        from: z.string().describe('the choice at the one end'),
        to: z.string().describe('the choice at the other'),
        after: z.string().nullable().describe('the axis that must be changed before this one'),
        amount,
        mean: z.number().describe('average over the orders (Shapley)'),
        low: z.number().describe('of the 95 % interval over the runs'),
        high: z.number(),
        first: z.number().describe('what it changes as the first of all that can be'),
        last: z.number().describe('what it changes as the last of all that can be'),
      }),
    )
    .describe('in the order of their effect, the largest first'),
  orders: z.strictObject({
    count: count.describe('orders that were averaged'),
    exact: z.boolean().describe('whether these are all that there are'),
    configurations: count.describe('configurations that were replayed'),
  }),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<AblateDocument>;
