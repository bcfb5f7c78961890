import { type Batch, COLUMNS, type Column, GET, type Requests } from '../../workloads/requests.ts';

/** One request, in full. */
export interface TestRecord {
  readonly id: number;
  /** Seconds. */
  readonly time: number;
  readonly op: number;
  /** Bytes. */
  readonly size: number;
  readonly type: number;
  readonly priority: number;
  /** Seconds, or `NO_TTL`. */
  readonly ttl: number;
}

const NO_COLUMNS = { time: null, op: null, size: null, type: null, priority: null, ttl: null, client: null };

/**
 * Records as a workload of many short batches, so that what happens between two batches happens often.
 * @param columns those that the workload has; what a record says of any other is left out
 */
export function requestsOf(
  records: readonly TestRecord[],
  columns: readonly Exclude<Column, 'client'>[],
  batchLength = 37,
): Requests {
  const batches: Batch[] = [];
  for (let from = 0; from < records.length; from += batchLength) {
    const part = records.slice(from, from + batchLength);
    const filled = columns.map(column => [column, columnOf(part, column)]);
    const id = Int32Array.from(part, record => record.id);
    batches.push({ ...NO_COLUMNS, ...Object.fromEntries(filled), length: part.length, id });
  }
  const sizes = new Map(records.map(record => [record.id, record.size]));
  const sets = columns.includes('op') ? records.filter(record => record.op !== GET).length : 0;
  return {
    universe: Math.max(0, ...records.map(record => record.id + 1)),
    gets: records.length - sets,
    operations: records.length,
    columns: COLUMNS.filter(column => (columns as readonly Column[]).includes(column)),
    bytes: columns.includes('size') ? [...sizes.values()].reduce((sum, size) => sum + size, 0) : null,
    phases: [],
    batches,
  };
}

function columnOf(part: readonly TestRecord[], column: Exclude<Column, 'client'>): Uint8Array | Float64Array {
  const values = part.map(record => record[column]);
  return column === 'op' || column === 'type' || column === 'priority'
    ? Uint8Array.from(values)
    : Float64Array.from(values);
}
