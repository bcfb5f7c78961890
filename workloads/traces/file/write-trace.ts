import { createHash } from 'node:crypto';
import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { TraceWriter } from '../write/contract.ts';

export interface WriteTraceOptions {
  readonly gzip?: boolean;
  /** Stops the writing. */
  readonly signal?: AbortSignal;
  /** Told now and then how many of the steps are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A trace, written. */
export interface WrittenTrace {
  /** Of the content, before it is compressed. */
  readonly bytes: number;
  /** Of the content, in hexadecimal: as it will be found when the trace is read. */
  readonly sha256: string;
}

/**
 * Writes a trace to a stream, or to a file, which appears under its name when it is whole: until then it has another, and what
 * stood there before stays. A device or a pipe is written to as it is.
 * @throws InputError, errors of the file system, or the signal's reason; nothing half-written is left then
 */
export async function writeTrace(
  writer: TraceWriter,
  to: string | Writable,
  options: WriteTraceOptions = {},
): Promise<WrittenTrace> {
  const { gzip = false, signal } = options;
  const hash = createHash('sha256');
  let bytes = 0;
  const content = async function* () {
    let done = 0;
    for (const chunk of writer.chunks()) {
      hash.update(chunk);
      bytes += chunk.length;
      options.onProgress?.(++done, writer.steps);
      if (chunk.length > 0) yield chunk;
      // Signals and timers get their turn.
      await setImmediate();
    }
  };
  const write = (stream: Writable, end: boolean) => {
    const manner = { end, ...(signal && { signal }) };
    return gzip ? pipeline(content, createGzip(), stream, manner) : pipeline(content, stream, manner);
  };
  try {
    if (typeof to !== 'string') await write(to, false);
    else await replace(to, path => write(createWriteStream(path), true));
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Makes a file under a temporary name beside its own, and gives it its own at the end. */
async function replace(path: string, make: (path: string) => Promise<void>): Promise<void> {
  const known = statSync(path, { throwIfNoEntry: false });
  // To replace a device by a file would be the end of /dev/null.
  if (known && !known.isFile()) return make(path);
  // A link stays, and what it leads to is replaced.
  const final = known ? realpathSync(path) : path;
  const temporary = `${final}.${process.pid}.tmp`;
  try {
    await make(temporary);
    renameSync(temporary, final);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
