/**
 * What came next, row by row: how often each of a few ids did, and how long it took on average. A row is sorted, the most frequent first and
 * of equally frequent ones the latest; a new id takes the place of the last one of a full row. When so many are known the counts are
 * halved, so that what is learnt follows change.
 */
export class Successions {
  /** By row: how many are known, those forgotten since not counted; and seconds until the next one, on average. */
  readonly known: Uint8Array;
  readonly wait: Float64Array;
  private readonly next: Int32Array;
  private readonly counts: Uint8Array;
  private readonly width: number;
  private readonly recent: number;

  /**
   * @param width ids kept in a row
   * @param recent how many are known of a row at most: 2 … 255
   */
  constructor(rows: number, width: number, recent: number) {
    this.width = width;
    this.recent = recent;
    this.known = new Uint8Array(rows);
    this.wait = new Float64Array(rows);
    this.next = new Int32Array(rows * width);
    this.counts = new Uint8Array(rows * width);
  }

  clear(row: number): void {
    this.known[row] = 0;
    this.wait[row] = 0;
    this.counts.fill(0, row * this.width, (row + 1) * this.width);
  }

  /** An id came next, after so many seconds. */
  count(row: number, id: number, seconds: number): void {
    const { known, wait, next, counts, width } = this;
    const first = row * width;
    wait[row]! += (seconds - wait[row]!) / Math.min(known[row]! + 1, this.recent);
    if (known[row]! >= this.recent) this.halve(row);
    const last = first + width - 1;
    let at = first;
    while (at < last && counts[at]! > 0 && next[at] !== id) at++;
    if (counts[at]! > 0 && next[at] !== id) {
      known[row]! -= counts[at]!;
      counts[at] = 0;
    }
    const times = counts[at]! + 1;
    for (; at > first && counts[at - 1]! <= times; at--) {
      counts[at] = counts[at - 1]!;
      next[at] = next[at - 1]!;
    }
    next[at] = id;
    counts[at] = times;
    known[row]!++;
  }

  /** The id that came most often; of a row in which something is known. */
  likeliest(row: number): number {
    return this.next[row * this.width]!;
  }

  /** Its share of those that are known. */
  share(row: number): number {
    return this.counts[row * this.width]! / this.known[row]!;
  }

  /** Hands over each id whose share, multiplied by a confidence in the row itself, reaches a threshold. */
  propose(row: number, confidence: number, threshold: number, to: (id: number, confidence: number) => void): void {
    const { next, counts, width } = this;
    const known = this.known[row]!;
    const first = row * width;
    for (let at = first; at < first + width && counts[at]! > 0; at++) {
      const share = (confidence * counts[at]!) / known;
      if (share < threshold) return;
      to(next[at]!, share);
    }
  }

  private halve(row: number): void {
    let sum = 0;
    for (let at = row * this.width; at < (row + 1) * this.width; at++) {
      this.counts[at]! >>= 1;
      sum += this.counts[at]!;
    }
    this.known[row] = sum;
  }
}
