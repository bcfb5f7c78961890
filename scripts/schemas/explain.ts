import { z } from 'zod';
import type { ExplainDocument } from '../../engine/documents/explain.ts';
import { configuration } from './configuration.ts';
import { count, head, named, timing } from './parts.ts';

const ids = z.array(count);

const part = z.strictObject({
  name: z.string().describe('as the paper calls it'),
  holds: z
    .enum(['residents', 'ghosts', 'view'])
    .describe('residents, each in one such part; ids that have left; or another view of ids that stand elsewhere, too'),
  ids: ids.describe('the newest, or the topmost, first'),
  notes: z
    .array(z.union([z.number(), z.string()]))
    .exactOptional()
    .describe('what the policy notes, by place in ids'),
  hand: count.exactOptional().describe('place in ids under the hand'),
});

const place = z.strictObject({
  name: z.string().describe('a level, a partition, or order: the order over all levels'),
  capacity: z.number().nullable().describe('null for an order over all levels'),
  used: z.number(),
  leaving: ids.describe('whom it would give up next, one after the other, as far as the policy says'),
  others: ids.describe('residents that it does not say so of'),
  parts: z.array(part).describe("the policy's own lists; none where it does not show them"),
});

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['entered', 'overwritten']), place: z.string(), id: count }),
  z.strictObject({ kind: z.literal('moved'), place: z.string(), to: z.string(), id: count }),
  z.strictObject({ kind: z.literal('left'), place: z.string(), cause: z.string(), id: count }),
]);

/** What `tierlab explain` writes. */
export const explainSchema = z.strictObject({
  schema: named('tierlab/explain@1'),
  ...head,
  configuration,
  keys: z.array(z.string()).describe('what ids are called'),
  requests: count,
  hits: count,
  steps: z.array(
    z.strictObject({
      operation: z.enum(['get', 'set', 'delete']),
      id: count,
      seconds: z.number(),
      answeredBy: z
        .string()
        .nullable()
        .describe('a level, a partition, stale (an expired entry) or origin; null for a set or a delete'),
      events: z.array(event),
      places: z.array(place).describe('after the request'),
    }),
  ),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<ExplainDocument>;
