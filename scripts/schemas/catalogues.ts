import { z } from 'zod';
import type { PresetsDocument } from '../catalogue/documents.ts';
import { POLICY_FAMILIES } from '../options/description.ts';
import { axisNames } from '../sim/axes.ts';
import { count, named } from './parts.ts';

const entry = { name: z.string(), aliases: z.array(z.string()), summary: z.string() };

const described = { summary: z.string() };
const bounded = { ...described, min: z.number().exactOptional(), max: z.number().exactOptional() };

const parameters = z.record(
  z.string(),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['number', 'integer']), default: z.number(), ...bounded }),
    z.strictObject({
      type: z.literal('duration'),
      default: z.number().nullable().describe('seconds; null for no end'),
      ...bounded,
    }),
    z.strictObject({ type: z.literal('choice'), choices: z.array(z.string()), default: z.string(), ...described }),
    z.strictObject({ type: z.literal('flag'), default: z.boolean(), ...described }),
    z.strictObject({
      type: z.literal('text'),
      default: z.string(),
      meaning: z.string().exactOptional().describe('what the text is, where it is not the spec of another policy'),
      ...described,
    }),
  ]),
);

const paper = z.strictObject({ authors: z.string(), title: z.string(), venue: z.string(), year: z.int() });

/** What `tierlab policies --json` prints. */
export const policiesSchema = z.strictObject({
  schema: named('tierlab/policies@1'),
  policies: z.array(
    z.strictObject({
      ...entry,
      family: z.enum(POLICY_FAMILIES),
      group: z.string().nullable().describe('the kind of an eviction policy; null in other families'),
      about: z.string().nullable().describe('one paragraph: how it works, where it wins and where it loses'),
      paper: paper.nullable(),
      parameters,
      capabilities: z
        .record(z.string(), z.boolean())
        .describe('of eviction and admission policies; empty for other families'),
    }),
  ),
});

/** What `tierlab workloads --json` prints. */
export const workloadsSchema = z.strictObject({
  schema: named('tierlab/workloads@1'),
  workloads: z.array(
    z.strictObject({
      ...entry,
      source: z.string().nullable(),
      parameters,
      requests: count.describe('gets, when the user names no number'),
    }),
  ),
  formats: z.array(z.strictObject({ ...entry, layout: z.string() })).describe('formats of trace files'),
});

/** What `tierlab presets --json` prints. */
export const presetsSchema = z.strictObject({
  schema: named('tierlab/presets@1'),
  presets: z.array(
    z.strictObject({
      name: z.string(),
      summary: z.string(),
      options: z.partialRecord(z.enum(axisNames), z.string()),
    }),
  ),
}) satisfies z.ZodType<PresetsDocument>;
