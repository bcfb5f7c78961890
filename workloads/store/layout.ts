import { BATCH_LENGTH, type Column, type Requests } from '../requests.ts';
import type { Packing } from './packing.ts';

/**
 * Where batches lie in a file: block after block, a column of a batch each, from the next multiple of eight bytes on; of each
 * batch the ids first, then the other columns. All batches but the last are of full length.
 */
export interface Layout {
  readonly columns: readonly Column[];
  readonly operations: number;
  /** By batch, by column. */
  readonly blocks: readonly (readonly Packing[])[];
}

/** What the file of an interned trace says at its end: all but the batches themselves. */
export interface StoredTrace extends Omit<Requests, 'batches'>, Layout {
  /** Which trace, read how; compared as a whole. */
  readonly identity: string;
  /** Name of the format that the trace was read as. */
  readonly format: string;
  /** Of the trace's whole content, decompressed. */
  readonly sha256: string;
  /** Bytes of the trace's file, as it is compressed. */
  readonly fileBytes: number;
  /** CRC-32 of all blocks. */
  readonly checksum: number;
}

/** Raised when the form of the files changes, or what a reader makes of a trace: files of another version are foreign. */
export const STORE_VERSION = 1;

/** Records in the batch of that number. */
export function lengthOf(batch: number, operations: number): number {
  return Math.min(BATCH_LENGTH, operations - batch * BATCH_LENGTH);
}

/** Bytes from the beginning of a block of so many values to the next one. */
export function blockBytes({ width }: Packing, length: number): number {
  return Math.ceil((width * length) / 8) * 8;
}

/** Where each block begins, by batch, by column; and where the last one ends. */
export function blockStarts({ blocks, operations }: Layout): { starts: number[][]; end: number } {
  let end = 0;
  const starts = blocks.map((columns, batch) =>
    columns.map(block => {
      const start = end;
      end += blockBytes(block, lengthOf(batch, operations));
      return start;
    }),
  );
  return { starts, end };
}
