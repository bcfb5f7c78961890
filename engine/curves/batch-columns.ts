import type { Batch } from '../../workloads/requests.ts';

type Values = Float64Array | Int32Array | Uint8Array;

/** The records of a batch at some places, under other ids. */
export function pick(batch: Batch, places: Int32Array, id: Int32Array): Batch {
  return {
    length: places.length,
    id,
    time: at(batch.time, places),
    op: at(batch.op, places),
    size: at(batch.size, places),
    type: at(batch.type, places),
    priority: at(batch.priority, places),
    ttl: at(batch.ttl, places),
    client: at(batch.client, places),
  };
}

function at<Column extends Values>(column: Column | null, places: Int32Array): Column | null {
  if (column === null) return null;
  const picked = alike(column, places.length);
  for (let k = 0; k < places.length; k++) picked[k] = column[places[k]!]!;
  return picked;
}

/** One batch of several, which have the same columns; there must be one at least. */
export function joined(batches: readonly Batch[]): Batch {
  return {
    length: batches.reduce((sum, batch) => sum + batch.length, 0),
    id: endToEnd(batches.map(batch => batch.id))!,
    time: endToEnd(batches.map(batch => batch.time)),
    op: endToEnd(batches.map(batch => batch.op)),
    size: endToEnd(batches.map(batch => batch.size)),
    type: endToEnd(batches.map(batch => batch.type)),
    priority: endToEnd(batches.map(batch => batch.priority)),
    ttl: endToEnd(batches.map(batch => batch.ttl)),
    client: endToEnd(batches.map(batch => batch.client)),
  };
}

function endToEnd<Column extends Values>(pieces: readonly (Column | null)[]): Column | null {
  const there = pieces.filter(piece => piece !== null);
  if (there.length === 0) return null;
  const length = there.reduce((sum, piece) => sum + piece.length, 0);
  const whole = alike(there[0]!, length);
  let end = 0;
  for (const piece of there) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}

/** A new column of the same kind. */
function alike<Column extends Values>(column: Column, length: number): Column {
  // The types of the language do not say that an object's constructor makes its like.
  return new (column.constructor as new (length: number) => Column)(length);
}
