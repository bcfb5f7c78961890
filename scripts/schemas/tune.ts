import { z } from 'zod';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { OBJECTIVES } from '../../engine/experiments/tune/objective.ts';
import { axisNames } from '../sim/axes.ts';
import { configuration } from './configuration.ts';
import { count, head, milliseconds, named, ratio, timing, unit } from './parts.ts';

const coordinate = z.union([z.string(), z.number()]);
const point = z.record(z.string(), coordinate).describe('a value for each axis that means something there');
const when = z
  .record(z.string(), z.array(z.string()))
  .exactOptional()
  .describe('the axis means something only where each of these has one of the values');

const axis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    name: z.string(),
    values: z.array(z.string()).min(1),
    usual: ratio.exactOptional().describe('probability that a drawn point has the first value'),
    when,
  }),
  z.strictObject({ kind: z.literal('number'), name: z.string(), low: z.number(), high: z.number(), when }),
]);

const look = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole'), evaluations: count }),
  z.strictObject({
    kind: z.literal('prefix'),
    share: ratio.describe('of the requests, the first'),
    evaluations: count,
  }),
  z.strictObject({
    kind: z.literal('sample'),
    share: ratio.describe('of the keys, and of the room of the cache'),
    evaluations: count,
  }),
]);

const measures = z.strictObject({
  requests: count.describe('gets that were counted'),
  hitRatio: ratio,
  latencyMeanMs: milliseconds,
  latencyP99Ms: milliseconds,
  fetchesPerRequest: z.number().min(0).describe('for demand and ahead of it'),
});

const evaluation = z.strictObject({
  number: z.int().min(1),
  stage: z.string(),
  look: count.describe('index into search.looks'),
  kind: z
    .enum(['whole', 'prefix', 'sample'])
    .describe('a prefix where a miniature does not speak for the configuration'),
  point,
  capacity: count.describe('of all levels'),
  cost: z.number().min(0).describe('0 without prices'),
  measures,
  value: z.number().describe('the objective in its own unit'),
  loss: z.number().describe("as a multiple of the default's at the same look"),
});

const interval = { mean: z.number(), low: z.number(), high: z.number() };
const estimate = z.strictObject(interval).describe('with its 95 % interval');
const tuneName = z.enum(['tuned', 'default', 'single policy', 'flat LRU']);

const validated = z.strictObject({
  name: tuneName,
  options: z.partialRecord(z.enum(axisNames), z.string()).describe('what the command says'),
  configuration,
  capacity: count,
  cost: z.number().min(0),
  metrics: z.strictObject({
    hitRatio: estimate,
    latencyMeanMs: estimate,
    latencyP99Ms: estimate,
    fetchesPerRequest: estimate,
    objective: estimate,
  }),
});

/** What `tierlab tune` writes. */
export const tuneSchema = z.strictObject({
  schema: named('tierlab/tune@1'),
  ...head,
  objective: z.enum(OBJECTIVES),
  budget: z.strictObject({
    unit,
    capacity: count.nullable().describe('of all levels; null where only the cost is bound'),
    cost: z.number().nullable().describe('null without prices: as much fast room then as the default has'),
    levels: z.array(z.strictObject({ name: z.string(), capacity: count, price: z.number().exactOptional() })),
    fetchPrice: z.number().exactOptional().describe('of a million fetches'),
  }),
  space: z.array(axis).describe('what was searched'),
  search: z.strictObject({
    asked: count.describe('evaluations'),
    stopped: z.boolean().describe('whether the time ran out'),
    requests: count.describe('gets that the search saw'),
    looks: z.array(look).describe('from the cheapest to the dearest'),
  }),
  evaluations: z.array(evaluation).describe('in the order of the search'),
  best: z.strictObject({ evaluation: z.int().min(1), point }).describe('what the search found'),
  front: z
    .array(z.int().min(1))
    .describe('evaluations that nothing surpasses with as little memory, least memory first'),
  sensitivity: z
    .array(
      z.strictObject({
        axis: z.string(),
        best: coordinate,
        values: z.array(
          z.strictObject({ value: coordinate, loss: z.number().describe("as a multiple of the best's") }),
        ),
      }),
    )
    .describe('the best with one axis changed, the axis that matters most first'),
  validation: z
    .strictObject({
      kind: z.enum(['seeds', 'later part']),
      parts: z.int().min(2).describe('seeds, or blocks of the later part'),
      requests: count,
      rows: z.array(validated),
      gains: z.array(
        z.strictObject({
          over: tuneName,
          ...interval,
          p: ratio.describe('of the two-sided paired t test'),
          verdict: z.enum(['better', 'worse', 'no real difference']),
        }),
      ),
    })
    .describe('on requests that the search did not see'),
  searchGain: z.number().describe('over the default, where the search looked'),
  chosen: z.enum(['tuned', 'default']),
  command: z.string().describe('runs the workload with what was chosen'),
  config: configuration.describe('what was chosen; config.json holds the same'),
  timing: z.strictObject({
    ...timing,
    evaluationsReused: count.describe('replays that an earlier run had done'),
  }),
}) satisfies z.ZodType<TuneDocument>;
