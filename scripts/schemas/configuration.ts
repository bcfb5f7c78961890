import { z } from 'zod';
import {
  COHERENCES,
  type Configuration,
  EXPIRIES,
  FILLS,
  INCLUSIONS,
  INFLIGHTS,
  LEVEL_TTLS,
  LIFETIMES,
  PARTITIONS,
} from '../../engine/configuration/types.ts';
import { unit } from './parts.ts';

const levelConfiguration = z.strictObject({
  name: z.string(),
  capacity: z.number().min(1).describe("in the configuration's unit"),
  ttlSeconds: z.number().nullable().describe('null for none'),
  policy: z.string(),
  admission: z.string(),
  latency: z.string(),
});

/** A cache, completely described. */
export const configuration = z.strictObject({
  preset: z.string(),
  unit,
  levels: z.array(levelConfiguration).min(1).max(8),
  residency: z.string(),
  inclusion: z.enum(INCLUSIONS),
  placement: z.string(),
  promotion: z.string(),
  demotion: z.string(),
  levelTtl: z.enum(LEVEL_TTLS),
  lifetime: z.enum(LIFETIMES),
  expiry: z.enum(EXPIRIES),
  idleSeconds: z.number().nullable().describe('after which entries that nobody uses are expired; null for none'),
  staleWhileRevalidateSeconds: z
    .number()
    .exactOptional()
    .describe('after the end of its lifetime that an entry is still answered; absent for none'),
  sweepSeconds: z.number().nullable().describe('between active sweeps; null for none'),
  coherence: z.enum(COHERENCES),
  partitions: z.enum(PARTITIONS),
  partitionLevels: z.array(levelConfiguration),
  fill: z.enum(FILLS),
  originLatency: z.string(),
  inflight: z.enum(INFLIGHTS),
  originConcurrency: z.number().nullable().describe('fetches that the origin works on at a time; null for any number'),
  prediction: z.string(),
  rate: z.number().describe('requests per second, for workloads that carry no times'),
}) satisfies z.ZodType<Configuration>;
