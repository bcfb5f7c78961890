import { z } from 'zod';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { axisNames } from '../sim/axes.ts';
import { configuration } from './configuration.ts';
import { count, curveShape, head, milliseconds, mrcRow, named, ratio, timing } from './parts.ts';
import { residencyMap, workloadStatistics } from './workload-statistics.ts';

const totals = z.strictObject({
  requests: count,
  operations: count,
  hits: count.describe("includes the partitions' hits"),
  misses: count,
  hitRatio: ratio,
  staleHits: count.describe('hits that served a superseded version, or data older than the longest TTL'),
  delayedHits: count.describe('misses that waited for a fetch that was under way already'),
  staleAnswers: count
    .exactOptional()
    .describe('gets answered by an entry whose lifetime had ended, neither hits nor misses; absent where none may be'),
  originFetches: count.describe('for demand, revalidations included, and ahead of it'),
  revalidations: count.exactOptional().describe('fetches that began for stale answers; absent where there are none'),
  doubledFetches: count
    .exactOptional()
    .describe('fetches begun although one for the same data was under way; absent where fetches take no time'),
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

const estimate = (what: string) =>
  z.strictObject({ mean: z.number(), low: z.number(), high: z.number() }).describe(`${what}, and its 95 % interval`);

const effect = z.strictObject({
  hitRatioBefore: ratio,
  hitRatioAfter: ratio,
  latencyMeanMsBefore: milliseconds,
  latencyMeanMsAfter: milliseconds,
  originFetchesBefore: count,
  originFetchesAfter: count,
  staleHitsBefore: count,
  staleHitsAfter: count,
  movedBefore: z.number().min(0),
  movedAfter: z.number().min(0),
  capacityBefore: z.number(),
  capacityAfter: z.number(),
  hitRatioDifference: estimate('after − before'),
  latencyMeanChange: estimate('(after − before) / before'),
  originFetchesChange: estimate('(after − before) / before'),
  staleRatioDifference: estimate('after − before, as a share of the requests'),
  evidence: z
    .strictObject({ kind: z.enum(['seeds', 'blocks']), count })
    .describe('of what the intervals are: several seeds, or blocks of consecutive requests of one run'),
});

const observation = z.strictObject({ rule: z.string(), title: z.string(), reason: z.string() });

const suggestion = observation.extend({
  change: z.partialRecord(z.enum(axisNames), z.string()).describe('options to change'),
  effect: effect.describe('before and after on the requests of this document'),
  command: z.string().nullable().describe('runs the change; the variable TRACE stands for the file of a trace'),
});

const causes = {
  compulsory: count.describe('nobody has stored the key yet, or not since it was deleted'),
  expired: count.describe('with room for everything its lifetime would have ended all the same'),
  arriving: count.describe('with room for everything its data would still have been on its way'),
  capacity: count.describe('OPT misses it too in as much room'),
  policy: count.describe('OPT would have hit'),
};

const missesOf = z.strictObject({ name: z.string(), requests: count, misses: count, ...causes });

const diagnosis = z
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
