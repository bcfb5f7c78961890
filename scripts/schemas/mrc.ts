import { z } from 'zod';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { curveShape, estimatedRow, head, mrcRow, named, timing } from './parts.ts';

/** What `tierlab mrc` writes. */
export const mrcSchema = z.strictObject({
  schema: named('tierlab/mrc@1'),
  ...head,
  rows: z
    .array(z.union([mrcRow, estimatedRow]))
    .describe('policies × sizes, policy by policy, in the order given; with --per-type type by type'),
  shapes: z.array(curveShape).exactOptional().describe('of each policy at two sizes or more'),
  timing: z.strictObject({
    ...timing,
    rows: z.array(
      z.strictObject({
        type: z.string().exactOptional(),
        policy: z.string(),
        capacity: z.number(),
        requestsPerSecond: z.number(),
      }),
    ),
  }),
}) satisfies z.ZodType<MrcDocument>;
