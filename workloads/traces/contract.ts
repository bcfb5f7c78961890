import type { BatchSink } from '../batch-sink.ts';
import type { Names } from '../interners/names.ts';
import type { Requests } from '../requests.ts';
import type { ColumnMapping } from './columns.ts';
import type { Head } from './head.ts';

/** What a trace is read with. */
export interface TraceContext {
  /** Name of the file, for messages. */
  readonly place: string;
  readonly head: Head;
  /** Gets to read, at most; the records after the last of them are left out. */
  readonly limit: number;
  /** Stores and writes become sets, removals deletes; otherwise every record of a foreign trace is a get. */
  readonly mapOps: boolean;
  /** Which column holds what; null means by the names in the header. */
  readonly columns: ColumnMapping | null;
  /** Where the recorder is to put its batches; without one they stay in memory. */
  readonly sink: BatchSink | undefined;
}

/** What the ids and the clients of a workload were called where it came from; null where they had no names. */
export interface Originals {
  readonly keys: Names | null;
  readonly clients: Names | null;
}

/** Takes a trace piece by piece, of any lengths, from the first byte on. */
export interface TraceParser {
  /** @throws InputError naming the line or byte, what stands there and how many good requests came before it */
  write(chunk: Uint8Array): void;
  /** The trace has ended. @throws InputError when it ends within a record, or holds none */
  end(): Requests;
  /** What the ids given out so far stand for. */
  originals(): Originals;
  /** All the gets that were asked for have been read: nothing more need be written. */
  readonly full: boolean;
  /** Records read so far. */
  readonly records: number;
}

/** One format of trace files. */
export interface TraceFormat {
  readonly name: string;
  /** Other names `--format` takes, in lower case. */
  readonly aliases: readonly string[];
  /** One line, no full stop at its end. */
  readonly summary: string;
  /** The layout of a record in words. */
  readonly layout: string;
  /** Usual endings of the file's name, without those of a compression; they decide only between formats the content leaves equal. */
  readonly extensions: readonly string[];
  /** Whether records say what they did, so that `--map-ops` has something to map. */
  readonly hasOps: boolean;
  /** Whether `--columns` applies. */
  readonly hasColumns: boolean;
  /** How sure the beginning of the content is of this format: 0 (it is not) … 1. */
  sniff(head: Head): number;
  /** @throws InputError when the beginning shows that the trace cannot be read */
  open(context: TraceContext): TraceParser;
}
