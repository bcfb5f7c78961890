import { z } from 'zod';
import type { EvictionDescription } from '../../policies/eviction/contract.ts';

const summary = z.string();
const range = { min: z.number().optional(), max: z.number().optional() };
const word = /^[a-z0-9][a-z0-9-]*$/;
const inSpecs = 'expected lower-case letters, digits and hyphens';

const parameter = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['number', 'integer']), default: z.number(), summary, ...range }),
  z.looseObject({
    type: z.literal('duration'),
    default: z.number().or(z.literal(Number.POSITIVE_INFINITY)),
    summary,
    ...range,
  }),
  z.looseObject({ type: z.literal('choice'), choices: z.array(z.string()).min(1), default: z.string(), summary }),
  z.looseObject({ type: z.literal('flag'), default: z.boolean(), summary }),
  z.looseObject({ type: z.literal('text'), default: z.string(), summary }),
]);

const description = z.looseObject({
  name: z.string().regex(word, inSpecs),
  aliases: z.array(z.string()).optional(),
  summary,
  about: z.string(),
  paper: z.object({ authors: z.string(), title: z.string(), venue: z.string(), year: z.int() }).nullable(),
  parameters: z.record(z.string().regex(word, inSpecs), parameter),
  capabilities: z.record(z.string(), z.boolean()),
  create: z.custom<EvictionDescription['create']>(value => typeof value === 'function', 'expected a function'),
});

/** What is wrong with the default export of a plug-in, in a line; null when it describes an eviction policy. */
export function faultOf(exported: unknown): string | null {
  if (exported === undefined) return 'no default export, expected export default defineEviction({ … })';
  if (typeof exported !== 'object' || exported === null)
    return `the default export is a ${typeof exported}, expected what defineEviction({ … }) returns`;
  const { error } = description.safeParse(exported);
  if (!error) return null;
  const missing = error.issues.flatMap(({ path: [name], path: { length } }) =>
    length === 1 && !(String(name) in exported) ? [String(name)] : [],
  );
  if (missing.length > 0) return `the description lacks ${missing.join(', ')}`;
  const { path, message } = error.issues[0]!;
  return `${path.join('.')}: ${message}`;
}
