import { basename } from 'node:path';
import { bytesOf, emptyBatch, shorten } from '../../batch-memory.ts';
import type { Batch, Batches } from '../../requests.ts';
import type { ReadTraceOptions, Trace } from '../../traces/file/read-trace.ts';
import { lengthOf } from '../layout.ts';
import { storeDirectory, storeLimit } from './directory.ts';
import { Entry, type FoundTrace } from './entry.ts';
import { identify } from './identity.ts';
import { MEMORY_BYTES, Overflow } from './overflow.ts';
import { StoredBatches, type StoredFile } from './stored-batches.ts';

/** Bytes of columns from which on a trace is kept: smaller ones are read about as fast as they would be found. */
const KEPT_FROM_BYTES = 1 << 22;

/** A trace, read or found. */
export interface LoadedTrace extends Omit<Trace, 'originals'> {
  /** What ids and clients are called in the file; null where the trace was found, for names are not kept. */
  readonly originals: Trace['originals'] | null;
}

/**
 * Reads a trace file, or what was kept of it when it was last read in the same way. A trace that is too large for memory is
 * read from a file as it is replayed.
 * @param keep whether to look for the trace among those kept, and to keep it
 * @throws InputError naming the file, the line or byte, what stands there and what was expected
 */
export async function loadTrace(path: string, options: ReadTraceOptions, keep: boolean): Promise<LoadedTrace> {
  const identity = keep ? identify(path, options) : null;
  if (!identity) return read(path, options, new Overflow());
  const entry = new Entry(identity, storeDirectory(), storeLimit());
  const found = entry.find();
  return found ? asTrace(found, path) : readAndKeep(path, options, entry, identity.line);
}

async function readAndKeep(path: string, options: ReadTraceOptions, entry: Entry, line: string): Promise<Trace> {
  const destination = { fromBytes: KEPT_FROM_BYTES, open: () => entry.open() };
  const sink = new Overflow([destination]);
  const interrupted = () => {
    entry.abandon();
    // Now that nobody listens any more, the interrupt ends the process as it would have done.
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', interrupted);
  try {
    const trace = await read(path, options, sink);
    const file = sink.fileOf(destination);
    // A file that changed while it was read is not what it was when it was identified.
    if (file && identify(path, options)?.line === line) entry.keep(file, trace);
    return trace;
  } finally {
    process.off('SIGINT', interrupted);
    sink.release();
    entry.abandon();
  }
}

/** The formats and decoders are loaded only when a trace is read indeed. */
async function read(path: string, options: ReadTraceOptions, sink: Overflow): Promise<Trace> {
  const { readTrace } = await import('../../traces/file/read-trace.ts');
  return readTrace(path, { ...options, sink });
}

function asTrace({ trace, file }: FoundTrace, path: string): LoadedTrace {
  const { universe, gets, operations, columns, bytes, phases, format, sha256, fileBytes } = trace;
  const batches = bytesOf(operations, columns) <= MEMORY_BYTES ? wholly(file) : new StoredBatches(file);
  const requests = { universe, gets, operations, columns, bytes, phases, batches };
  return { requests, format, sha256, title: basename(path), bytesRead: fileBytes, originals: null };
}

/** All batches in memory. */
function wholly(file: StoredFile): Batches {
  const { columns, operations } = file.layout;
  const stored = new StoredBatches(file);
  const present = new Set(columns);
  const batches: Batch[] = file.layout.blocks.map((_, index) => {
    const batch = shorten(emptyBatch(present), lengthOf(index, operations));
    for (const [i, name] of (['id', ...columns] as const).entries()) stored.read(batch[name]!, index, i);
    return batch;
  });
  stored.close();
  return batches;
}
