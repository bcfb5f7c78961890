import { NO_ROW } from './bounded-rows.ts';

/** Rows among which a hash has its place. */
const WAYS = 4;

/** Sets at first, about. */
const FEW = 128;

/** What lies in the rows. */
export interface RowContents {
  /** The row was given to a hash just now: nothing is known of it yet. */
  clear(row: number): void;
  /** What is in one row lies in another from now on. */
  move(from: number, to: number): void;
}

/**
 * Gives rows of a table to hashes of 32 bits, of which there may be any number: a table in sets, as processor caches are. When all rows of a
 * hash's set are taken, the table doubles, up to its limit; then the one claimed least recently goes to the newcomer.
 */
export class HashedRows {
  /** The most there may be. */
  readonly limit: number;
  private readonly ways: number;
  private readonly contents: RowContents;
  private sets: number;
  private hashes: Int32Array;
  /** By row: when it was claimed last, from 1; 0 if never. */
  private claimed: Float64Array;
  private clock = 0;

  /** @param limit the most rows, at least 1; of many, the last may stay unused, so that doubling comes out even */
  constructor(limit: number, contents: RowContents) {
    this.contents = contents;
    this.ways = Math.min(WAYS, limit);
    const most = Math.floor(limit / this.ways);
    const doublings = Math.max(0, Math.floor(Math.log2(most / FEW)));
    this.sets = Math.floor(most / 2 ** doublings);
    this.limit = this.sets * 2 ** doublings * this.ways;
    this.hashes = new Int32Array(this.sets * this.ways);
    this.claimed = new Float64Array(this.sets * this.ways);
  }

  /** The hash's row, or `NO_ROW`. @param hash a whole number of 32 bits, signed */
  of(hash: number): number {
    const { hashes, claimed } = this;
    const first = this.firstOf(hash);
    for (let row = first; row < first + this.ways; row++) if (hashes[row] === hash && claimed[row]! > 0) return row;
    return NO_ROW;
  }

  /** The hash's row, its own from now on, good until another hash claims one. */
  claim(hash: number): number {
    for (;;) {
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
      if (claimed[oldest]! > 0 && hashes.length < this.limit) {
        this.double();
        continue;
      }
      hashes[oldest] = hash;
      claimed[oldest] = ++this.clock;
      this.contents.clear(oldest);
      return oldest;
    }
  }

  private firstOf(hash: number): number {
    return ((hash >>> 0) % this.sets) * this.ways;
  }

  /** Each set becomes two: what belongs to the second moves there, to the same place in it. */
  private double(): void {
    const { hashes, claimed } = this;
    const apart = hashes.length;
    this.sets *= 2;
    this.hashes = new Int32Array(2 * apart);
    this.claimed = new Float64Array(2 * apart);
    for (let row = 0; row < apart; row++) {
      if (claimed[row] === 0) continue;
      const to = this.firstOf(hashes[row]!) < apart ? row : row + apart;
      this.hashes[to] = hashes[row]!;
      this.claimed[to] = claimed[row]!;
      if (to !== row) this.contents.move(row, to);
    }
  }
}
