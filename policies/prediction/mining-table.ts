import { BoundedRows, NO_ROW } from '../structures/bounded-rows.ts';

/** Ids with the numbers of a few requests for each, from which associations are mined. */
export class MiningTable {
  private readonly rows: BoundedRows;
  private readonly size: number;
  /** The most numbers of an id. */
  private readonly most: number;
  private readonly numbers: Float64Array;
  private readonly lengths: Uint8Array;
  /** Rows in the order of their first numbers, made when they are mined. */
  private readonly order: Int32Array;
  private members = 0;

  constructor(universe: number, size: number, most: number) {
    this.size = Math.min(universe, size);
    this.most = most;
    this.rows = new BoundedRows(universe, this.size);
    this.numbers = new Float64Array(this.size * most);
    this.lengths = new Uint8Array(this.size);
    this.order = new Int32Array(this.size);
  }

  has(id: number): boolean {
    return this.rows.of(id) !== NO_ROW;
  }

  get full(): boolean {
    return this.members === this.size;
  }

  /** One more request for an id; of more than the most it is dropped. The table must not be full when an id is new. */
  add(id: number, number: number): void {
    const row = this.rows.claim(id, this.open);
    if (this.lengths[row] === this.most) {
      this.remove(id);
      return;
    }
    this.numbers[row * this.most + this.lengths[row]!++] = number;
  }

  remove(id: number): void {
    if (!this.has(id)) return;
    this.rows.release(id);
    this.members--;
  }

  /**
   * Finds ids whose requests lie close to those of another, and empties the table. An id is associated with the first that comes after it and
   * qualifies, and with each other that does and once came right after or before it.
   * @param lookahead numbers by which two requests may differ and be close
   * @param exceptions requests by which the counts may differ, and which need not be close
   * @param found how sure it is: by the rule of succession, from the share of requests that were close
   */
  mine(lookahead: number, exceptions: number, found: (from: number, to: number, sure: number) => void): void {
    const { rows, size, most, numbers, lengths, order } = this;
    for (let row = 0; row < size; row++) order[row] = row;
    order.sort((a, b) => numbers[a * most]! - numbers[b * most]!);
    for (let i = 0; i < size; i++) {
      const a = order[i]!;
      let first = true;
      for (let j = i + 1; j < size; j++) {
        const b = order[j]!;
        if (numbers[b * most]! - numbers[a * most]! > lookahead) break;
        if (Math.abs(lengths[a]! - lengths[b]!) > exceptions) continue;
        const length = Math.min(lengths[a]!, lengths[b]!);
        let close = 0;
        let adjacent = false;
        for (let k = 0; k < length; k++) {
          const distance = Math.abs(numbers[b * most + k]! - numbers[a * most + k]!);
          if (distance <= lookahead) close++;
          if (distance === 1) adjacent = true;
        }
        if (length - close > exceptions || !(first || adjacent)) continue;
        first = false;
        found(rows.owner[a]!, rows.owner[b]!, (close + 1) / (length + 2));
      }
    }
    for (let row = 0; row < size; row++) rows.release(rows.owner[row]!);
    this.members = 0;
  }

  private readonly open = (row: number): void => {
    this.lengths[row] = 0;
    this.members++;
  };
}
