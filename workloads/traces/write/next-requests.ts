import { columnBeside, type IntegerColumn, type Requests } from '../../requests.ts';

/** In the column of next requests: the key is not asked for again. */
export const NO_NEXT = -1;

/**
 * Fills a column with the number, from 0, of the record that next names the same key, whatever either of them does; `NO_NEXT`
 * where there is none. Unlike `nextAccesses` of the engine it knows no operations, as the formats that hold such a column do.
 * Goes from the end to the beginning and pauses after each batch.
 */
export function* nextRequests({ universe, operations, batches }: Requests): Generator<void, IntegerColumn> {
  const last = new Int32Array(universe).fill(NO_NEXT);
  const column = columnBeside(batches);
  let number = operations;
  for (let b = batches.length - 1; b >= 0; b--) {
    const { id: ids, length } = batches.at(b)!;
    const piece = new Int32Array(length);
    for (let i = length - 1; i >= 0; i--) {
      const id = ids[i]!;
      piece[i] = last[id]!;
      last[id] = --number;
    }
    column.set(b, piece);
    yield;
  }
  return column;
}
