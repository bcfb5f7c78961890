import { z } from 'zod';
import { METRICS, type Metric } from '../../engine/documents/compare.ts';
import type { ExperimentDocument } from '../../engine/documents/experiment.ts';
import { describeInExperiment, EXPERIMENT_OPTIONS, OF_WORKLOADS } from '../experiment/options.ts';
import { configSchema } from '../options/config-file.ts';
import { axisNames } from '../sim/axes.ts';
import { comparedWorkload, compareSchema } from './compare.ts';
import { count, head, named } from './parts.ts';

const size = z.string().exactOptional().describe('room for the whole cache, as it was asked for');

// A record of every metric loses their names in the type; `satisfies` below holds it to them.
const metrics = Object.fromEntries(METRICS.map(metric => [metric, z.number().exactOptional()])) as {
  [Name in Metric]: z.ZodExactOptional<z.ZodNumber>;
};

/** What `tierlab experiment` writes. */
export const experimentSchema = z.strictObject({
  schema: named('tierlab/experiment@1'),
  ...head,
  workload: head.workload.describe('the first of the workloads'),
  conditions: z
    .array(
      comparedWorkload.extend({
        name: z
          .string()
          .describe('what variants and differences call it: the spec, after the size where there are sizes'),
        size,
      }),
    )
    .describe('workload by workload, size by size'),
  cells: z
    .array(
      z.strictObject({
        workload: z.string().describe('its spec'),
        size,
        variant: z.string(),
        seed: count,
        ...metrics,
        blocks: z
          .partialRecord(z.enum(METRICS), z.array(z.number()))
          .exactOptional()
          .describe('of a trace: the run in blocks of consecutive requests'),
      }),
    )
    .describe('one for each run: condition by condition, variant by variant, seed by seed'),
  variants: compareSchema.shape.variants.describe(
    'means over the seeds or blocks; workload is the name of a condition',
  ),
  differences: compareSchema.shape.differences.describe('as compare has them; workload is the name of a condition'),
  timing: compareSchema.shape.timing.extend({ cellsReused: count.describe('that an earlier run had left') }),
}) satisfies z.ZodType<ExperimentDocument>;

const texts = configSchema(EXPERIMENT_OPTIONS, describeInExperiment);

/** What an experiment's file may hold, for editors; the command tells faults one by one, with their places. */
export const experimentFileSchema = texts.extend({
  workload: z
    .union([
      texts.shape.workload!,
      z.array(z.union([z.string(), configSchema(OF_WORKLOADS)])),
      configSchema(OF_WORKLOADS),
    ])
    .optional()
    .describe('workloads; each may have options of its own, as in { workload: zipf, requests: 10k }'),
  variants: z
    .union([texts.shape.variants!, z.record(z.string(), configSchema(axisNames).nullable())])
    .optional()
    .describe('variants by name, each with the options in which it differs'),
});
