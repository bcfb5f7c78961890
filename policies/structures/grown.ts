/**
 * A longer copy of a column, at least twice as long and with room for an index; what is new is 0.
 * @param most what it must not be longer than
 */
export function grown<Column extends Uint8Array | Int32Array | Float64Array>(
  column: Column,
  index: number,
  most: number,
): Column {
  // Of the same class as the column, which the compiler cannot see.
  const Longer = column.constructor as new (length: number) => Column;
  const longer = new Longer(Math.min(most, Math.max(2 * column.length, index + 1)));
  longer.set(column);
  return longer;
}
