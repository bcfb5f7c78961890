import { z } from 'zod';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { axisNames } from '../sim/axes.ts';
import { configuration } from './configuration.ts';
import { count, head, milliseconds, mrcRow, named, ratio, timing } from './parts.ts';

const totals = z.strictObject({
  requests: count,
  operations: count,
  hits: count.describe("includes the partitions' hits"),
  misses: count,
  hitRatio: ratio,
  staleHits: count.describe('hits that served a superseded version, or data older than the longest TTL'),
  delayedHits: count.describe('misses that waited for a fetch that was under way already'),
  originFetches: count.describe('for demand and ahead of it'),
  peakInFlight: count.exactOptional().describe('the most fetches under way at once; absent where fetches take no time'),
  moved: z.number().min(0).describe('bytes, or entries on a workload without sizes, that moved between levels'),
  originBytes: z.number().min(0).exactOptional(),
  byteHitRatio: ratio.exactOptional(),
});

const latency = {
  mean: milliseconds,
  min: milliseconds,
  p50: milliseconds,
  p90: milliseconds,
  p95: milliseconds,
  p99: milliseconds,
  p999: milliseconds,
  max: milliseconds,
};

const level = z
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

const utility = z
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

const twin = z.strictObject({
  hitRatio: ratio,
  misses: count,
  delayedHits: count,
  originFetches: count,
  latencyMeanMs: milliseconds,
});

const prediction = z
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

const effect = z.strictObject({
  hitRatioBefore: ratio,
  hitRatioAfter: ratio,
  latencyMeanMsBefore: milliseconds,
  latencyMeanMsAfter: milliseconds,
  capacityBefore: z.number(),
  capacityAfter: z.number(),
});

const suggestion = z.strictObject({
  rule: z.string(),
  title: z.string(),
  reason: z.string(),
  change: z.partialRecord(z.enum(axisNames), z.string()).nullable().describe('options to change; null for none'),
  effect: effect.nullable().describe('measured on the same requests'),
  command: z.string().nullable().describe('runs the change; the variable TRACE stands for the file of a trace'),
});

/** What `tierlab sim` writes. */
export const simSchema = z.strictObject({
  schema: named('tierlab/sim@1'),
  ...head,
  configuration,
  warmup: count.describe('requests not counted at the start'),
  totals,
  replications: z
    .array(z.strictObject({ seed: count, totals }))
    .exactOptional()
    .describe('with several seeds: every replication; totals is the first'),
  answeredBy: z.array(z.string()).describe('who can answer: partitions, levels, origin; the columns below'),
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
      marks: z.array(z.strictObject({ name: z.string(), capacity: z.number() })),
    })
    .nullable(),
  suggestions: z.array(suggestion),
  checks: z.array(z.strictObject({ law: z.string(), holds: z.boolean() })),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<SimDocument>;
