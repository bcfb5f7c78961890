import { readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../spec/input-error.ts';
import { parseCapacity } from '../../../spec/quantity.ts';

/** Ending of the files of interned traces. */
export const ENDING = '.requests';
/** Ending of a file that is still being written. */
export const UNFINISHED = '.part';

const DEFAULT_LIMIT = 8 * 2 ** 30;
/** After so long nobody is writing any more. */
const ABANDONED_MS = 24 * 3600e3;

/** Where interned traces are kept: `TIERLAB_CACHE`, else `tierlab` where the user's caches are. */
export function storeDirectory(): string {
  const { TIERLAB_CACHE, XDG_CACHE_HOME } = process.env;
  return TIERLAB_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'tierlab');
}

/** Bytes that may be kept there: `TIERLAB_CACHE_LIMIT`, for example `20GiB`, else 8 GiB. @throws InputError */
export function storeLimit(): number {
  const text = process.env.TIERLAB_CACHE_LIMIT;
  if (!text) return DEFAULT_LIMIT;
  const { unit, value } = parseCapacity(text, 'TIERLAB_CACHE_LIMIT');
  if (unit === 'bytes') return value;
  throw new InputError('TIERLAB_CACHE_LIMIT', `found ${text}, expected bytes, for example 20GiB`);
}

/** Deletes the files that were used least recently, until the others take at most `limit` bytes; and what crashed runs left. */
export function makeRoom(directory: string, limit: number): void {
  const files = readdirSync(directory).flatMap(name => {
    const path = join(directory, name);
    const status = statSync(path, { throwIfNoEntry: false });
    return status ? [{ path, bytes: status.size, usedAt: status.mtimeMs }] : [];
  });
  const finished = files.filter(file => file.path.endsWith(ENDING)).sort((a, b) => b.usedAt - a.usedAt);
  let bytes = 0;
  for (const file of finished) {
    bytes += file.bytes;
    if (bytes > limit) rmSync(file.path, { force: true });
  }
  const longAgo = Date.now() - ABANDONED_MS;
  for (const file of files)
    if (file.path.endsWith(UNFINISHED) && file.usedAt < longAgo) rmSync(file.path, { force: true });
}
