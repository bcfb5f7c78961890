import { z } from 'zod';
import { named } from './parts.ts';

/** What `tierlab query --json` prints. */
export const querySchema = z.strictObject({
  schema: named('tierlab/query@1'),
  columns: z.array(z.string()),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .describe('a cell for each column; lists and structs as JSON'),
});
