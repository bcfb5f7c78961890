import { InputError } from '../../../spec/input-error.ts';
import { type Compression, compressions, unreadable } from './compression.ts';
import type { OpenFile } from './open-file.ts';

/** A file's content, decompressed, and what it was compressed with. */
export interface Content {
  /** Null for a file that is not compressed. */
  readonly compression: Compression | null;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/**
 * Finds by its first bytes what a file is compressed with; its name plays no part.
 * @throws InputError when it is a compression that is not read
 */
export function decompress(path: string, file: OpenFile): Content {
  const first = file.chunks(false).next().value ?? new Uint8Array(0);
  const other = unreadable.find(each => each.matches(first));
  if (other) {
    const names = compressions.map(each => each.name).join(', ');
    throw new InputError(path, `compressed with ${other.name}, expected ${names} or a plain trace`);
  }
  const compression = compressions.find(each => each.matches(first)) ?? null;
  // A plain chunk is parsed before the next is read; a decoder may still hold some of it.
  const all = withFirst(first, file.chunks(compression === null));
  return { compression, chunks: compression ? compression.decompress(all) : all };
}

function* withFirst(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield first;
  yield* rest;
}
