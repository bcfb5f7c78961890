import { BATCH_LENGTH, type Batch, type Column, type Requests } from '../requests.ts';

/** A column of all requests, whatever it says. */
export type Values = Int32Array | Float64Array | Uint8Array;

export type ColumnName = 'id' | Column;

/** Room for a column of so many records. */
export function columnFor(name: ColumnName, length: number): Values {
  switch (name) {
    case 'id':
    case 'client':
      return new Int32Array(length);
    case 'time':
    case 'size':
    case 'ttl':
      return new Float64Array(length);
    case 'op':
    case 'type':
    case 'priority':
      return new Uint8Array(length);
  }
}

/** A column of the workload from its first record to its last. */
export function wholeColumn({ batches, operations }: Requests, name: ColumnName): Values {
  const whole = columnFor(name, operations);
  let at = 0;
  for (const batch of batches) {
    whole.set(batch[name]!, at);
    at += batch.length;
  }
  return whole;
}

/** Batches over columns that stand in memory from the first record to the last. */
export function batchesOf(columns: ReadonlyMap<ColumnName, Values>, operations: number): Batch[] {
  const batches: Batch[] = [];
  for (let from = 0; from < operations; from += BATCH_LENGTH) {
    const to = Math.min(operations, from + BATCH_LENGTH);
    // A name always stands for the same kind of array.
    const part = <Kind extends Values>(name: ColumnName) =>
      (columns.get(name)?.subarray(from, to) as Kind | undefined) ?? null;
    batches.push({
      length: to - from,
      id: part<Int32Array>('id')!,
      time: part<Float64Array>('time'),
      op: part<Uint8Array>('op'),
      size: part<Float64Array>('size'),
      type: part<Uint8Array>('type'),
      priority: part<Uint8Array>('priority'),
      ttl: part<Float64Array>('ttl'),
      client: part<Int32Array>('client'),
    });
  }
  return batches;
}
