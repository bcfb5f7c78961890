import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from '../../../spec/input-error.ts';

const CHUNK_BYTES = 1 << 20;

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'this is a directory, expected a trace file',
  EACCES: 'permission to read it is denied',
  EPERM: 'permission to read it is denied',
};

/** A file that is read once, from its start to its end. */
export interface OpenFile {
  readonly descriptor: number;
  /** Bytes; 0 for a pipe. */
  readonly size: number;
  /** Bytes read so far. */
  readonly bytesRead: number;
  /**
   * What has not been read yet, in pieces of `CHUNK_BYTES` but for the last.
   * @param inPlace each piece takes the place of the one before
   * @throws InputError when the file cannot be read
   */
  chunks(inPlace: boolean): Generator<Uint8Array, void>;
  close(): void;
}

/** @throws InputError when there is no such file, or it cannot be opened */
export function openFile(path: string): OpenFile {
  const descriptor = readable(path, () => openSync(path, 'r'));
  const status = fstatSync(descriptor);
  if (status.isDirectory()) {
    closeSync(descriptor);
    throw new InputError(path, PROBLEMS.EISDIR!);
  }
  let bytesRead = 0;
  return {
    size: status.size,
    get bytesRead() {
      return bytesRead;
    },
    descriptor,
    *chunks(inPlace) {
      let chunk = new Uint8Array(CHUNK_BYTES);
      for (;;) {
        let filled = 0;
        // A pipe gives less than was asked for, yet the first chunk must show what the file is.
        for (let read = -1; read !== 0 && filled < CHUNK_BYTES; filled += read)
          read = readable(path, () => readSync(descriptor, chunk, filled, CHUNK_BYTES - filled, null));
        bytesRead += filled;
        if (filled > 0) yield chunk.subarray(0, filled);
        if (filled < CHUNK_BYTES) return;
        if (!inPlace) chunk = new Uint8Array(CHUNK_BYTES);
      }
    },
    close: () => closeSync(descriptor),
  };
}

function readable<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new InputError(path, PROBLEMS[String(error.code)] ?? `it cannot be read (${error.message})`);
  }
}
