import { z } from 'zod';
import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { COLUMNS } from '../../workloads/requests.ts';
import { count, head, named, timing } from './parts.ts';
import { popularity, reuse, workingSet } from './workload-statistics.ts';

const bytes = z.number().min(0);
const shares = z.array(z.strictObject({ name: z.string(), operations: count }));
const sizes = z
  .strictObject({ min: bytes, mean: bytes, p50: bytes, p99: bytes, max: bytes })
  .describe('percentiles are right to 0.4 %');

/** What `tierlab trace info --json` prints. */
export const traceInfoSchema = z.strictObject({
  schema: named('tierlab/trace-info@1'),
  ...head,
  columns: z.array(z.enum(COLUMNS)).describe('what records say beside their key'),
  operations: shares.describe('records by what they ask for'),
  types: shares,
  priorities: shares,
  ttl: z
    .strictObject({ operations: count, min: z.number(), p50: z.number(), max: z.number() })
    .nullable()
    .describe('lifetimes of their own that records have, in seconds'),
  clients: count.describe('distinct sessions, jobs or tenants'),
  time: z
    .strictObject({
      from: z.number().describe('seconds'),
      to: z.number().describe('seconds'),
      stepsBack: count.describe('records that are earlier than the one before'),
    })
    .nullable(),
  popularity,
  reuse,
  sizes: z
    .strictObject({
      keys: sizes.describe('each key with the size last seen'),
      requests: sizes.nullable().describe('of what gets ask for'),
      bytesRequested: bytes,
      changes: count.describe('records that give a key another size than the one before'),
    })
    .nullable(),
  workingSet: workingSet.describe('ten equal parts of the workload'),
  phases: z.array(z.strictObject({ at: count, label: z.string() })),
  timing: z.strictObject(timing),
}) satisfies z.ZodType<TraceInfoDocument>;
