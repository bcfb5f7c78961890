import { z } from 'zod';
import { DATA_TYPES } from '../../workloads/requests.ts';

/** Pieces that several documents are made of. */
export const count = z.int().min(0);
export const ratio = z.number().min(0).max(1);
export const milliseconds = z.number().min(0);
export const unit = z.enum(['entries', 'bytes']);

/** The schema's name, as every document carries it. */
export function named<Name extends string>(name: Name) {
  return z.literal(name).describe('name and version of this schema');
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What every result document begins with. */
export const head = {
  digest: sha256.describe('SHA-256 of the canonical JSON (sorted keys) of the document without digest and timing'),
  seed: count,
  workload: z.strictObject({
    spec: z.string().describe('the spec as given, or trace:format=…,sha256=… of the decompressed content, shortened'),
    requests: count.describe('gets'),
    operations: count.describe('gets, sets and deletes'),
    keys: count.describe('distinct keys'),
    bytes: z.number().exactOptional().describe("sum of the keys' sizes, where the workload has sizes"),
  }),
  plugins: z
    .array(
      z.strictObject({
        spec: z.string().describe('what specs call it'),
        name: z.string(),
        sha256: sha256.describe('of the file, or of a list of the hashes of all files that it is made of'),
      }),
    )
    .exactOptional()
    .describe('policies from files, where specs name some'),
};

/** About the run that made the document; outside the digest. */
export const timing = {
  wallMs: milliseconds,
  requestsPerSecond: z.number().min(0).describe('of the replay loop alone'),
  generateMs: milliseconds.exactOptional(),
  readMs: milliseconds.exactOptional(),
  command: z.string().exactOptional().describe('makes the document again'),
  title: z.string().exactOptional().describe('a name for people'),
};

const dataType = z.enum(DATA_TYPES).exactOptional().describe('whose requests alone were replayed; absent for all');

export const mrcRow = z.strictObject({
  type: dataType,
  policy: z.string().describe('the spec as given'),
  admission: z.string().exactOptional().describe('spec of the admission policy, where one was asked for'),
  capacity: z.number().min(1).describe('in unit'),
  unit,
  requests: count,
  hits: count,
  misses: count,
  hitRatio: ratio,
  missRatio: ratio,
  byteMissRatio: ratio.exactOptional(),
  evictions: count,
  bound: z.literal(true).exactOptional().describe('what no cache can fall below; absent where a policy was measured'),
});

const place = z.strictObject({ capacity: z.number().min(1), missRatio: ratio });

/** What a curve looks like. */
export const curveShape = z.strictObject({
  type: dataType,
  policy: z.string(),
  knee: place.nullable().describe('from which on more room buys much less; null for a curve without one'),
  cliffs: z
    .array(z.strictObject({ from: z.number().min(0), to: z.number().min(1), depth: ratio }))
    .describe('stretches where the curve lies two points or more above its hull; from 0 is no cache at all'),
  hull: z.array(z.number()).describe('sizes on the concave hull of the hit ratio'),
  steps: z
    .array(z.strictObject({ from: z.number(), to: z.number(), hits: z.number(), perUnit: z.number() }))
    .describe('hits that each step brings, and how many of them for each entry or, in bytes, for each MiB'),
  gap: z
    .strictObject({ policy: z.string(), mean: z.number(), most: z.number(), at: z.number() })
    .nullable()
    .describe('miss ratio above the clairvoyant policy; null where that was not measured'),
});

export const estimatedRow = mrcRow.omit({ byteMissRatio: true, bound: true }).extend({
  estimated: z.literal(true).describe('concluded from the requests for some of the keys'),
  method: z.string().describe('the spec as given'),
  rate: ratio.describe('share of the keys that was replayed'),
  error: ratio.describe('the true miss ratio should lie in missRatio ± error for 95 of 100 samples'),
});
