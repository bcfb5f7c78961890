import { z } from 'zod';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { configuration } from './configuration.ts';
import { count, curveShape, head, milliseconds, mrcRow, named, ratio, timing } from './parts.ts';
import { diagnosis } from './sim/diagnosis.ts';
import { latency } from './sim/latency.ts';
import { level, utility } from './sim/level.ts';
import { prediction } from './sim/prediction.ts';
import { observation, suggestion } from './sim/suggestion.ts';
import { totals } from './sim/totals.ts';
import { residencyMap, workloadStatistics } from './workload-statistics.ts';

/** What `tierlab sim` writes. */
export const simSchema = z.strictObject({
  schema: named('tierlab/sim@1'),
  ...head,
  configuration,
  warmup: count.describe('requests not counted at the start'),
  totals,
  replications: z
    .array(z.strictObject({ seed: count, totals, latencyMeanMs: milliseconds }))
    .exactOptional()
    .describe('with several seeds: every replication; totals is the first'),
  answeredBy: z
    .array(z.string())
    .describe('who can answer: partitions, levels, where it may be stale, origin; the columns below'),
  levels: z.array(level),
  partitions: z.array(
    level.extend({
      utility: utility
        .nullable()
        .describe('null where the partition answers nobody, nobody asked for its type, or a miss fills nothing'),
    }),
  ),
  utilityByType: z
    .array(utility.extend({ name: z.string() }))
    .exactOptional()
    .describe('of data types that share the levels; the capacity is what they held at the end'),
  latencyMs: z.strictObject({ ...latency, hit: milliseconds.nullable(), miss: milliseconds.nullable() }),
  latencyByType: z
    .array(z.strictObject({ name: z.string(), requests: count, latencyMs: z.strictObject(latency) }))
    .exactOptional()
    .describe('by data type of the requests, where the workload has types'),
  originLatencyMs: z.strictObject(latency).nullable(),
  latencyHistogram: z.array(
    z.strictObject({ fromMs: milliseconds, toMs: milliseconds, counts: z.array(count).describe('by answeredBy') }),
  ),
  series: z.array(
    z.strictObject({
      from: count.describe('number of the first request of the window'),
      requests: count,
      seconds: z.number().describe("virtual time at the window's start"),
      answered: z.array(count).describe('by answeredBy'),
      latencyMeanMs: milliseconds,
      latencyP99Ms: milliseconds,
    }),
  ),
  phases: z.array(z.strictObject({ at: count, label: z.string() })),
  moves: z.array(
    z.strictObject({ from: z.string(), to: z.string(), kind: z.enum(['promotion', 'demotion']), count: count }),
  ),
  baseline: z
    .strictObject({ hitRatio: ratio, latencyMs: z.strictObject(latency), originFetches: count })
    .describe('the flat LRU of the same total capacity and the longest TTL, on the same requests'),
  prediction: prediction.exactOptional(),
  curve: z
    .strictObject({
      rows: z.array(mrcRow),
      shapes: z.array(curveShape).exactOptional(),
      marks: z.array(z.strictObject({ name: z.string(), capacity: z.number() })),
    })
    .nullable(),
  residencyMap: residencyMap.exactOptional(),
  workloadStatistics: workloadStatistics.exactOptional(),
  diagnosis: diagnosis.exactOptional().describe('with --explain'),
  suggestions: z.array(suggestion).describe('best first'),
  observations: z.array(observation).describe('what the run tells beside that'),
  checks: z.array(z.strictObject({ law: z.string(), holds: z.boolean() })),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<SimDocument>;
