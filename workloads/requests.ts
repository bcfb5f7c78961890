import type { Names, RangeNames } from './interner.ts';

/** What a record asks for. */
export const GET = 0;
export const SET = 1;
export const DELETE = 2;
export const OPERATIONS = ['get', 'set', 'delete'] as const;

/** Data types, as stored in the `type` column; any other word in a trace is `general`. */
export const DATA_TYPES = ['general', 'features', 'model', 'result'] as const;

/** Priorities, as stored in the `priority` column; any other word in a trace is `normal`. */
export const PRIORITIES = ['normal', 'medium', 'high'] as const;

/** In the `ttl` column: the record names no lifetime of its own. */
export const NO_TTL = -1;

/** Records per batch. */
export const BATCH_LENGTH = 65_536;

/**
 * A stretch of requests as columns; entry i of each column belongs to the i-th request. A column is null when the workload
 * says nothing of the kind: every record is then a get, of size 1, of type general, of priority normal, with no lifetime and
 * no client of its own, and its time follows from the replay's rate. A column may be read from a file when it is looked at, so a
 * batch is never spread: `withColumns` and `shorten` make another of it.
 */
export interface Batch {
  readonly length: number;
  /** Interned keys: dense, in order of first appearance. */
  readonly id: Int32Array;
  /** Seconds. */
  readonly time: Float64Array | null;
  /** `GET`, `SET` or `DELETE`. */
  readonly op: Uint8Array | null;
  /** Bytes. */
  readonly size: Float64Array | null;
  /** Index into `DATA_TYPES`. */
  readonly type: Uint8Array | null;
  /** Index into `PRIORITIES`. */
  readonly priority: Uint8Array | null;
  /** Seconds, or `NO_TTL`. */
  readonly ttl: Float64Array | null;
  /** Interned session, job or tenant. */
  readonly client: Int32Array | null;
}

export const COLUMNS = ['time', 'op', 'size', 'type', 'priority', 'ttl', 'client'] as const;

/** The columns beside `id`. */
export type Column = (typeof COLUMNS)[number];

/** A workload, ready to be replayed any number of times. */
export interface Requests {
  /** Number of distinct keys: ids are 0 … universe − 1. */
  readonly universe: number;
  /** Number of gets. */
  readonly gets: number;
  /** Number of records: gets, sets and deletes. */
  readonly operations: number;
  /** Which columns the batches have. */
  readonly columns: readonly Column[];
  /** Sum over the distinct keys of the size last seen, in bytes; null without sizes. */
  readonly bytes: number | null;
  /** Marks where the workload changes phase: number of the record and a label. */
  readonly phases: readonly Phase[];
  /** What ids stand for, where that is known. */
  readonly keys?: Names | RangeNames;
  readonly batches: Batches;
}

/**
 * All batches of a workload, in order; an array is one. Where they are not all in memory, they are read as they are asked for.
 */
export interface Batches extends Iterable<Batch> {
  readonly length: number;
  /** The batch of that number; it is good until another is asked for. */
  at(index: number): Batch | undefined;
  /** Absent where all batches are in memory: runs of consecutive batches, each good until the next is asked for. */
  stretches?(): Iterable<readonly Batch[]>;
  /** Absent where all batches are in memory: room for a column more, which would not fit there either. */
  addColumn?(): IntegerColumn;
  /** Absent where all batches are in memory: gives back what they are read from. Neither they nor their columns work afterwards. */
  close?(): void;
}

/** The batches in runs that are in memory at once, so that several caches can replay one before the next is read. */
export function stretches(batches: Batches): Iterable<readonly Batch[]> {
  return batches.stretches ? batches.stretches() : [[...batches]];
}

/** A column of 32-bit integers beside the batches of a workload; its pieces may be written in any order, and are then read. */
export interface IntegerColumn {
  set(index: number, values: Int32Array): void;
  /** The piece that belongs to the batch of that number; it is good until another is asked for. */
  at(index: number): Int32Array;
}

/** Room for a column more, where the batches are. */
export function columnBeside(batches: Batches): IntegerColumn {
  if (batches.addColumn) return batches.addColumn();
  const pieces: Int32Array[] = new Array(batches.length);
  return {
    set: (index, values) => {
      pieces[index] = values;
    },
    at: index => pieces[index]!,
  };
}

export interface Phase {
  readonly at: number;
  readonly label: string;
}
