import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { InputError } from '../../../spec/input-error.ts';
import type { Requests } from '../../requests.ts';
import type { Originals } from '../contract.ts';
import type { OpenOptions } from '../open-trace.ts';
import { TraceReader } from '../trace-reader.ts';
import { DamagedData } from './damaged-data.ts';
import { decompress } from './decompress.ts';
import { hashBeside, hashHere, WORTH_A_THREAD } from './hash.ts';
import { type OpenFile, openFile } from './open-file.ts';

export interface ReadTraceOptions extends OpenOptions {
  /** Told now and then how many bytes of the file have been read, and how many it has (0 when that is not known). */
  readonly onProgress?: ((bytesRead: number, fileBytes: number) => void) | undefined;
}

/** A trace file, read. */
export interface Trace {
  readonly requests: Requests;
  /** Name of the format it was read as. */
  readonly format: string;
  /** Of the whole decompressed content, in hexadecimal: the same whatever the file is called or compressed with. */
  readonly sha256: string;
  /** Base name of the file. */
  readonly title: string;
  /** Bytes of the file, as it is compressed. */
  readonly bytesRead: number;
  /** What ids and clients are called in the file. Whoever holds this function holds the names in memory. */
  readonly originals: () => Originals;
}

/** Decompressed bytes after which signals and timers get their turn. */
const BREATH_BYTES = 1 << 24;

/**
 * Reads a trace file: plain, gzip, zstd or xz by its first bytes; its format by its content, unless `format` names it.
 * With a `limit` the rest of the file is still read, because the hash is of the whole.
 * @throws InputError naming the file, the line or byte, what stands there and what was expected
 */
export async function readTrace(path: string, options: ReadTraceOptions = {}): Promise<Trace> {
  const file = openFile(path);
  try {
    const { format, requests, sha256, originals } = await read(path, file, options);
    return { requests, format: format.name, sha256, title: basename(path), bytesRead: file.bytesRead, originals };
  } finally {
    file.close();
  }
}

async function read(path: string, file: OpenFile, options: ReadTraceOptions) {
  const reader = new TraceReader(path, options);
  const { compression, chunks } = decompress(path, file);
  const hash = compression === null && file.size >= WORTH_A_THREAD ? hashBeside(file) : hashHere();
  let unbroken = 0;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      reader.write(chunk);
      options.onProgress?.(file.bytesRead, file.size);
      unbroken += chunk.length;
      if (unbroken >= BREATH_BYTES) {
        unbroken = 0;
        await setImmediate();
      }
    }
  } catch (error) {
    if (!(error instanceof DamagedData)) throw error;
    reader.breakOff();
    const problem = `the ${compression?.name} data ${error.message}, read up to byte ${file.bytesRead}`;
    throw new InputError(path, `${problem} (${reader.records} good requests before it)`);
  }
  return { ...reader.end(), sha256: await hash.digest() };
}
