import { z } from 'zod';
import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import { configuration } from './configuration.ts';
import { count, head, milliseconds, named, ratio, timing } from './parts.ts';

const effect = z.strictObject({
  capacity: z.number().min(1),
  hits: z.number(),
  latencyMeanMs: z.number(),
  originFetches: z.number(),
});

/** What `tierlab mrc --per-level` writes. */
export const mrcPerLevelSchema = z.strictObject({
  schema: named('tierlab/mrc-per-level@1'),
  ...head,
  configuration,
  room: z.number().min(1).describe("what each level was given and deprived of, in the configuration's unit"),
  rows: z
    .array(
      z.strictObject({
        level: z.string().describe('the level or partition whose size it is; all others are as configured'),
        capacity: z.number().min(1),
        requests: count,
        hits: count,
        misses: count,
        hitRatio: ratio,
        missRatio: ratio,
        byteHitRatio: ratio.exactOptional(),
        latencyMeanMs: milliseconds,
        latencyP99Ms: milliseconds,
        originFetches: count,
        moved: z.number().min(0).describe('entries or bytes that moved between levels'),
      }),
    )
    .describe('runs of the whole hierarchy, level by level, then the partitions that answer, sizes ascending'),
  rooms: z
    .array(
      z.strictObject({
        level: z.string(),
        capacity: z.number().min(1).describe('what it has'),
        more: effect.describe('with the room more: changes against the levels as they are'),
        less: effect.nullable().describe('with the room less; null where the level has no such room to lose'),
      }),
    )
    .describe('what the same room is worth in each level'),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<MrcPerLevelDocument>;
