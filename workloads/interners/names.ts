/** What ids stand for, as an interner remembers it: 64-bit integers, or words. */
export type Names = IntegerNames | WordNames;

export interface IntegerNames {
  readonly kind: 'integers';
  readonly count: number;
  /** The upper and the lower 32 bits of name k are `words[2k]` and `words[2k + 1]`. */
  readonly words: Int32Array;
}

export interface WordNames {
  readonly kind: 'words';
  readonly count: number;
  /** Name k is `bytes[ends[k]]` … `bytes[ends[k + 1] − 1]`. */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Integer keys of a small range. */
export interface RangeNames {
  readonly kind: 'range';
  /** By key: its id, or -1 where the key never came. */
  readonly ids: Int32Array;
}
