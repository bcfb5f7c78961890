import { createHash } from 'node:crypto';

/** JSON with sorted keys and no blanks: one text for equal values, on any machine. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Seals a document: its digest covers everything but `digest` itself and `timing`. */
export function seal<Body extends object, Timing>(
  body: Body,
  timing: Timing,
): Body & { digest: string; timing: Timing } {
  return { ...body, digest: hashOf(body), timing };
}
