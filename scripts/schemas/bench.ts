import { z } from 'zod';
import { named } from './parts.ts';

const ratio = z.number().nonnegative();

const row = z.strictObject({
  name: z.string().describe('the spec of a policy, a preset and its sizes, or a way to draw curves'),
  group: z.enum(['baseline', 'flat', 'hierarchy', 'library', 'curves']),
  seconds: ratio.describe('of one round'),
  speed: ratio.describe('millions of requests a second; of curves, times the replays that they stand for'),
  bareSpeed: ratio.describe('of the bare loop in the same rounds, in millions of requests a second'),
  ratio: ratio.describe('how many times as long as the bare loop a request takes'),
  hitRatio: ratio.max(1).nullable().describe('null where there are several caches'),
  bytesPerKey: ratio.nullable().describe('of the columns by id; null where there are none'),
  fasterThanMap: ratio.nullable().describe('how many times as fast as LRU with a Map'),
  fasterThanLruCache: ratio.nullable().describe('how many times as fast as the package lru-cache, with the same keys'),
  fasterThanExact: ratio.nullable().describe('of estimated curves: how many times as fast as counting the same curves'),
});

/** What `tierlab bench` writes. */
export const benchSchema = z.strictObject({
  schema: named('tierlab/bench@1'),
  workload: z.strictObject({ spec: z.string(), requests: z.int() }),
  capacity: z.int().describe('entries of every flat policy, and of every hierarchy that names no other sizes'),
  machine: z.strictObject({ node: z.string(), cpu: z.string(), cores: z.int() }),
  rows: z.array(row),
});

export type BenchDocument = z.infer<typeof benchSchema>;
export type BenchRow = z.infer<typeof row>;
