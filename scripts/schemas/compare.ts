import { z } from 'zod';
import { type CompareDocument, METRICS, VERDICTS } from '../../engine/documents/compare.ts';
import { axisNames } from '../sim/axes.ts';
import { configuration } from './configuration.ts';
import { count, head, named, ratio, timing } from './parts.ts';

/** A workload with its repetitions. */
export const comparedWorkload = head.workload.extend({
  samples: z
    .enum(['seeds', 'blocks'])
    .describe('drawn with several seeds, or one trace in blocks of consecutive requests'),
  count: count.describe('of seeds or blocks'),
  counted: count.describe('gets that count in each run'),
});

const metric = z.strictObject({
  mean: z.number(),
  low: z.number().describe('of the 95 % interval of the mean'),
  high: z.number(),
  values: z.array(z.number()).describe('one for each seed or block, in order'),
});

/** What a variant asks for: texts of options. */
export const variantOptions = z.partialRecord(z.enum(axisNames), z.string());

/** What `tierlab compare` writes. */
export const compareSchema = z.strictObject({
  schema: named('tierlab/compare@1'),
  ...head,
  workload: head.workload.describe('the first of the workloads'),
  workloads: z.array(comparedWorkload),
  variants: z
    .array(
      z.strictObject({
        workload: z.string().describe('its spec'),
        name: z.string(),
        options: variantOptions.describe('what the variant asks for, on top of what all have in common'),
        config: configuration.describe('what that is on this workload'),
        metrics: z.partialRecord(z.enum(METRICS), metric),
      }),
    )
    .describe('workload by workload, in the order given'),
  differences: z
    .array(
      z.strictObject({
        workload: z.string(),
        a: z.string(),
        b: z.string(),
        metric: z.enum(METRICS),
        mean: z.number().describe('how much more b has than a: mean of the paired differences'),
        low: z.number().describe('of the 95 % bootstrap interval'),
        high: z.number(),
        p: ratio.describe('paired t test, corrected (Holm) for all pairs and workloads of this metric'),
        verdict: z.enum(VERDICTS).describe('of b, beside a'),
      }),
    )
    .describe('of every variant from the first; of all pairs where there are at most six variants'),
  timing: z.strictObject({ ...timing, titles: z.array(z.string()).describe('of the workloads, for people') }),
}) satisfies z.ZodType<CompareDocument>;
