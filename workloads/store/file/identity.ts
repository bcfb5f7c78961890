import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TraceOptions } from '../../traces/open-trace.ts';
import { STORE_VERSION } from '../layout.ts';

/** Tells a trace that was interned before, without looking into it. */
export interface TraceIdentity {
  /** The file and how it is read: a changed file takes the place of what it was. */
  readonly name: string;
  /** That, and in what state the file is, as one line. */
  readonly line: string;
}

/** @returns null for what is no regular file, or cannot be looked at */
export function identify(path: string, { format, columns, limit, mapOps }: TraceOptions): TraceIdentity | null {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!status?.isFile()) return null;
  const reading = JSON.stringify([resolve(path), format ?? null, columns ?? null, limit ?? null, mapOps ?? false]);
  const state = [STORE_VERSION, status.size, status.mtimeNs, status.ino].join(' ');
  return { name: createHash('sha256').update(reading).digest('hex').slice(0, 32), line: `${state} ${reading}` };
}
