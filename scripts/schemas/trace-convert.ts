import { z } from 'zod';
import type { TraceConvertDocument } from '../trace/conversion.ts';
import { count, head, named, timing } from './parts.ts';

const { requestsPerSecond: _, ...withoutReplay } = timing;

/** What `tierlab trace convert --json` prints. */
export const traceConvertSchema = z.strictObject({
  schema: named('tierlab/trace-convert@1'),
  ...head,
  trace: z.strictObject({
    format: z.string(),
    bytes: count.describe('of the content, before it is compressed'),
    sha256: z.string().describe('of the content'),
    keys: z
      .enum(['original', 'dense'])
      .describe("the workload's own keys, or numbers from 0 in the order of their first appearance"),
    remarks: z.array(z.string()).describe('what is not as it was in the workload'),
  }),
  timing: z.strictObject({
    ...withoutReplay,
    command: z.string(),
    title: z.string(),
    out: z.string().describe('as it was named'),
  }),
}) satisfies z.ZodType<TraceConvertDocument>;
