/** One column of a batch. */
export type ColumnValues = Int32Array | Float64Array | Uint8Array;

/**
 * How a column is written down: as unsigned integers of `width` bytes to be added to `base`, where that loses nothing; with
 * width 0 every value is the base; with width 8 the values stand as doubles.
 */
export interface Packing {
  readonly width: 0 | 1 | 2 | 4 | 8;
  readonly base: number;
}

const DOUBLES: Packing = { width: 8, base: 0 };

const NOT_INTEGERS = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** The narrowest packing that gives the same values back. */
export function packingOf(values: ColumnValues): Packing {
  const [min, max] = values instanceof Float64Array ? integerRange(values) : range(values);
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) return DOUBLES;
  if (max === min) return { width: 0, base: min };
  if (max - min < 2 ** 8) return { width: 1, base: min };
  if (max - min < 2 ** 16) return { width: 2, base: min };
  return max - min < 2 ** 32 ? { width: 4, base: min } : DOUBLES;
}

function range(values: Int32Array | Uint8Array): readonly [min: number, max: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** Infinite unless all values are integers. */
function integerRange(values: Float64Array): readonly [min: number, max: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // An integer cannot hold the sign of −0.
    if (Math.floor(value) !== value || (value === 0 && 1 / value < 0)) return NOT_INTEGERS;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** Writes a column down. The buffer has room for all values from `offset` on, a multiple of the width. */
export function pack(values: ColumnValues, { width, base }: Packing, buffer: ArrayBuffer, offset: number): void {
  if (width === 0) return;
  const packed = view(width, buffer, offset, values.length);
  packed.set(values);
  // Both steps wrap around at the width, so that the difference is right in the end; the base is cut to the width beforehand,
  // because a double could not hold the difference from a large one.
  const wrapped = base % 2 ** (8 * width);
  if (wrapped !== 0) for (let i = 0; i < packed.length; i++) packed[i]! -= wrapped;
}

/** Reads a column of `values.length` values back. */
export function unpack(values: ColumnValues, { width, base }: Packing, buffer: ArrayBuffer, offset: number): void {
  if (width === 0) {
    values.fill(base);
    return;
  }
  values.set(view(width, buffer, offset, values.length));
  if (base !== 0) for (let i = 0; i < values.length; i++) values[i]! += base;
}

function view(width: 1 | 2 | 4 | 8, buffer: ArrayBuffer, offset: number, length: number) {
  switch (width) {
    case 1:
      return new Uint8Array(buffer, offset, length);
    case 2:
      return new Uint16Array(buffer, offset, length);
    case 4:
      return new Uint32Array(buffer, offset, length);
    case 8:
      return new Float64Array(buffer, offset, length);
  }
}
