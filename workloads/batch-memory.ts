import { BATCH_LENGTH, type Batch, type Column, NO_TTL } from './requests.ts';

const VALUE_BYTES = { id: 4, time: 8, op: 1, size: 8, type: 1, priority: 1, ttl: 8, client: 4 } as const;

/** Bytes that so many records with these columns take in memory. */
export function bytesOf(records: number, columns: readonly Column[]): number {
  return columns.reduce((sum, name) => sum + records * VALUE_BYTES[name], records * VALUE_BYTES.id);
}

/** Makes a batch ready to be filled again; every record names its id. */
export function clear({ time, op, size, type, priority, ttl, client }: Batch): void {
  for (const column of [time, op, size, type, priority, client]) column?.fill(0);
  ttl?.fill(NO_TTL);
}

/**
 * A batch to be filled: zero in every column is its default, but for `ttl`. It lies in shared memory where the platform has it,
 * so that worker threads replay it without a copy.
 */
export function emptyBatch(columns: ReadonlySet<Column>): Batch {
  const bytes = (column: Column) => (columns.has(column) ? new Uint8Array(memory(BATCH_LENGTH)) : null);
  const words = (column: Column) => (columns.has(column) ? new Int32Array(memory(4 * BATCH_LENGTH)) : null);
  const doubles = (column: Column) => (columns.has(column) ? new Float64Array(memory(8 * BATCH_LENGTH)) : null);
  return {
    length: BATCH_LENGTH,
    id: new Int32Array(memory(4 * BATCH_LENGTH)),
    time: doubles('time'),
    op: bytes('op'),
    size: doubles('size'),
    type: bytes('type'),
    priority: bytes('priority'),
    ttl: doubles('ttl')?.fill(NO_TTL) ?? null,
    client: words('client'),
  };
}

function memory(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

/** A batch with other columns in the place of some. To spread one would lose those that are read when they are looked at. */
export function withColumns(batch: Batch, others: Partial<Pick<Batch, Column>>): Batch {
  const { length, id, time, op, size, type, priority, ttl, client } = batch;
  return { length, id, time, op, size, type, priority, ttl, client, ...others };
}

/** The beginning of a batch. */
export function shorten(batch: Batch, length: number): Batch {
  return {
    length,
    id: batch.id.subarray(0, length),
    time: batch.time?.subarray(0, length) ?? null,
    op: batch.op?.subarray(0, length) ?? null,
    size: batch.size?.subarray(0, length) ?? null,
    type: batch.type?.subarray(0, length) ?? null,
    priority: batch.priority?.subarray(0, length) ?? null,
    ttl: batch.ttl?.subarray(0, length) ?? null,
    client: batch.client?.subarray(0, length) ?? null,
  };
}
