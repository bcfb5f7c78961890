import { NO_ROW } from './bounded-rows.ts';

/** Rows among which a hash has its place. */
const WAYS = 4;

/**
 * Gives rows of a table to hashes of 32 bits, of which there may be any number: a table in sets, as processor caches are. When all rows of a
 * hash's set are taken, the one claimed least recently goes to the newcomer.
 */
export class HashedRows {
  /** How many there are. */
  readonly length: number;
  private readonly ways: number;
  private readonly sets: number;
  private readonly hashes: Int32Array;
  /** By row: when it was claimed last, from 1; 0 if never. */
  private readonly claimed: Float64Array;
  private clock = 0;

  /** @param limit the most rows, at least 1 */
  constructor(limit: number) {
    this.ways = Math.min(WAYS, limit);
    this.sets = Math.floor(limit / this.ways);
    this.length = this.sets * this.ways;
    this.hashes = new Int32Array(this.length);
    this.claimed = new Float64Array(this.length);
  }

  /** The hash's row, or `NO_ROW`. @param hash a whole number of 32 bits, signed */
  of(hash: number): number {
    const { hashes, claimed } = this;
    const first = this.firstOf(hash);
    for (let row = first; row < first + this.ways; row++) if (hashes[row] === hash && claimed[row]! > 0) return row;
    return NO_ROW;
  }

  /** The hash's row, its own from now on; `onNew` clears a row that was given to it just now. */
  claim(hash: number, onNew: (row: number) => void): number {
    const { hashes, claimed } = this;
    const first = this.firstOf(hash);
    let oldest = first;
    for (let row = first; row < first + this.ways; row++) {
      if (hashes[row] === hash && claimed[row]! > 0) {
        claimed[row] = ++this.clock;
        return row;
      }
      if (claimed[row]! < claimed[oldest]!) oldest = row;
    }
    hashes[oldest] = hash;
    claimed[oldest] = ++this.clock;
    onNew(oldest);
    return oldest;
  }

  private firstOf(hash: number): number {
    return ((hash >>> 0) % this.sets) * this.ways;
  }
}
