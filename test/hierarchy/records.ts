import { type Batch, COLUMNS, type Column, GET, type Requests } from '../../workloads/requests.ts';

/** The columns that these records can fill. */
export type WrittenColumn = Exclude<Column, 'client'>;

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

const BATCH_LENGTH = 37;
const NO_COLUMNS = { time: null, op: null, size: null, type: null, priority: null, ttl: null, client: null };

/**
 * Records as a workload of many short batches, so that what happens between two batches happens often.
 * @param universe ids are below this; there may be more than the records ask for
 * @param columns those that the workload has; what a record says of any other is left out
 */
export function requestsOf(
  records: readonly TestRecord[],
  columns: readonly WrittenColumn[],
  universe: number,
): Requests {
  const batches: Batch[] = [];
  for (let from = 0; from < records.length; from += BATCH_LENGTH) {
    const part = records.slice(from, from + BATCH_LENGTH);
    const filled = columns.map(column => [column, columnOf(part, column)]);
    const id = Int32Array.from(part, record => record.id);
    batches.push({ ...NO_COLUMNS, ...Object.fromEntries(filled), length: part.length, id });
  }
  const sizes = new Map(records.map(record => [record.id, record.size]));
  const sets = columns.includes('op') ? records.filter(record => record.op !== GET).length : 0;
  return {
    universe,
    gets: records.length - sets,
    operations: records.length,
    columns: COLUMNS.filter(column => (columns as readonly Column[]).includes(column)),
    bytes: columns.includes('size') ? [...sizes.values()].reduce((sum, size) => sum + size, 0) : null,
    phases: [],
    batches,
  };
}

function columnOf(part: readonly TestRecord[], column: WrittenColumn): Uint8Array | Float64Array {
  const values = part.map(record => record[column]);
  return column === 'op' || column === 'type' || column === 'priority'
    ? Uint8Array.from(values)
    : Float64Array.from(values);
}
