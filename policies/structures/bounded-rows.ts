import { type IdList, Links } from './links.ts';

/** No row. */
export const NO_ROW = -1;

/**
 * Gives rows of a table to at most `limit` ids at a time. When all are taken, the id whose row was claimed least recently
 * loses it, so what is remembered about ids is bounded however many there are. Where there is a row for every id, each has that of its
 * own number, and nobody keeps the order of claims.
 */
export class BoundedRows {
  /** By row: whose it is, or -1. */
  readonly owner: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly recency: IdList;
  private taken = 0;
  private readonly limit: number;
  private readonly plenty: boolean;

  constructor(universe: number, limit: number) {
    this.plenty = universe <= limit;
    this.limit = Math.min(universe, limit);
    this.owner = new Int32Array(this.limit).fill(-1);
    this.rowOf = new Int32Array(universe).fill(NO_ROW);
    this.recency = new Links(this.plenty ? 0 : this.limit, 1).list();
  }

  /** The id's row, or `NO_ROW`. */
  of(id: number): number {
    return this.rowOf[id]!;
  }

  /** Who loses its row to the next newcomer, or -1. */
  get nextLoser(): number {
    return this.taken < this.limit ? -1 : this.owner[this.recency.tail]!;
  }

  /** The id's row, its own from now on; `onNew` clears a row that was given to it just now. */
  claim(id: number, onNew: (row: number) => void): number {
    let row = this.rowOf[id]!;
    if (row !== NO_ROW) {
      if (!this.plenty) this.recency.moveToHead(row);
      return row;
    }
    if (this.plenty) {
      this.own(id, id);
      onNew(id);
      return id;
    }
    if (this.taken < this.limit) row = this.taken++;
    else {
      row = this.recency.tail;
      this.recency.unlink(row);
      const loser = this.owner[row]!;
      if (loser >= 0) this.rowOf[loser] = NO_ROW;
    }
    this.own(id, row);
    this.recency.pushHead(row);
    onNew(row);
    return row;
  }

  /** The id has no row any more; the next newcomer to a full table gets it. */
  release(id: number): void {
    const row = this.rowOf[id]!;
    if (row === NO_ROW) return;
    this.rowOf[id] = NO_ROW;
    this.owner[row] = -1;
    if (this.plenty) return;
    this.recency.unlink(row);
    this.recency.pushTail(row);
  }

  private own(id: number, row: number): void {
    this.owner[row] = id;
    this.rowOf[id] = row;
  }
}
