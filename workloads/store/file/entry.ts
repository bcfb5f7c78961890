import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Trace } from '../../traces/file/read-trace.ts';
import { blockStarts, type StoredTrace } from '../layout.ts';
import type { BatchFile } from './batch-file.ts';
import { ENDING, makeRoom, UNFINISHED } from './directory.ts';
import { readFooter, writeFooter } from './footer.ts';
import type { TraceIdentity } from './identity.ts';
import type { StoredFile } from './stored-batches.ts';
import { readWhole } from './whole.ts';

const CHUNK_BYTES = 1 << 20;

/** An interned trace that was found. */
export interface FoundTrace {
  readonly trace: StoredTrace;
  readonly file: StoredFile;
}

/** The place of an interned trace among the files that are kept. */
export class Entry {
  private readonly identity: TraceIdentity;
  private readonly path: string;
  private readonly unfinished: string;
  private readonly directory: string;
  private readonly limit: number;

  /** @param limit bytes that all traces in the directory may take */
  constructor(identity: TraceIdentity, directory: string, limit: number) {
    this.identity = identity;
    this.directory = directory;
    this.limit = limit;
    this.path = join(directory, `${identity.name}${ENDING}`);
    this.unfinished = `${this.path}.${randomUUID()}${UNFINISHED}`;
  }

  /** Opens what is kept; null when that is nothing, damaged, or made from another state of the trace. */
  find(): FoundTrace | null {
    let descriptor: number | null = null;
    try {
      descriptor = openSync(this.path, 'r');
      const trace = readFooter(descriptor, fstatSync(descriptor).size);
      if (trace.identity !== this.identity.line) throw new Error('another state of the trace');
      if (checksumOf(descriptor, blockStarts(trace).end) !== trace.checksum) throw new Error('damaged blocks');
      markAsUsed(this.path);
      return { trace, file: { descriptor, layout: trace } };
    } catch {
      if (descriptor !== null) closeSync(descriptor);
      return null;
    }
  }

  /** Opens a file to be written, which nobody finds before `keep`. @throws NodeJS.ErrnoException where none can be made */
  open(): number {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    return openSync(this.unfinished, 'wx+', 0o600);
  }

  /** Completes the file that `open` has opened and that batches were written to. What goes wrong means that nothing is kept. */
  keep(file: BatchFile, { requests: { batches: _, ...facts }, format, sha256, bytesRead }: Trace): void {
    const { layout, checksum } = file;
    const stored = {
      ...facts,
      ...layout,
      identity: this.identity.line,
      format,
      sha256,
      fileBytes: bytesRead,
      checksum,
    };
    try {
      writeFooter(file.descriptor, file.length, stored);
      renameSync(this.unfinished, this.path);
      makeRoom(this.directory, this.limit);
    } catch {
      this.abandon();
    }
  }

  /** Takes away what `open` has made, if it has. */
  abandon(): void {
    try {
      rmSync(this.unfinished, { force: true });
    } catch {
      // A place that cannot be written has nothing to take away.
    }
  }
}

/** Files leave in the order in which they were last used. */
function markAsUsed(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Where it may only be read, others see to what leaves.
  }
}

function checksumOf(descriptor: number, bytes: number): number {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let checksum = 0;
  for (let at = 0; at < bytes; at += CHUNK_BYTES) {
    const piece = chunk.subarray(0, Math.min(CHUNK_BYTES, bytes - at));
    readWhole(descriptor, piece, at);
    checksum = crc32(piece, checksum);
  }
  return checksum;
}
