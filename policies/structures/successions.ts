/** Rows at first. */
const FEW = 64;

/**
 * What came next, row by row: how often each of a few ids did, and how long it took on average. A row is sorted, the most frequent first and
 * of equally frequent ones the latest; a new id takes the place of the last one of a full row. When so many are known the counts are
 * halved, so that what is learnt follows change. All of a row lies together, but for how many are known, which is often all that is asked;
 * the table grows with the rows that are used.
 */
export class Successions {
  private readonly width: number;
  private readonly recent: number;
  /** Words of 32 bits in a row: the wait in seconds, the ids, then as bytes the counts. */
  private readonly stride: number;
  /** By row: how many are known, those forgotten since not counted. */
  private sums = new Uint8Array(FEW);
  private waits: Float32Array;
  private ids: Int32Array;
  private counts: Uint8Array;

  /**
   * @param width ids kept in a row
   * @param recent how many are known of a row at most: 2 … 255
   */
  constructor(width: number, recent: number) {
    this.width = width;
    this.recent = recent;
    // Whole halves of cache lines.
    this.stride = 8 * Math.ceil((1 + width + width / 4) / 8);
    this.ids = new Int32Array(FEW * this.stride);
    this.waits = new Float32Array(this.ids.buffer);
    this.counts = new Uint8Array(this.ids.buffer);
  }

  /** Of a row: how many are known, those forgotten since not counted. */
  known(row: number): number {
    return this.sums[row]!;
  }

  /** Seconds until the next one, on average. */
  wait(row: number): number {
    return this.waits[row * this.stride]!;
  }

  /** From now on nothing is known of a row, whether there was one or not. */
  clear(row: number): void {
    while (row >= this.sums.length) this.grow();
    this.sums[row] = 0;
    this.waits[row * this.stride] = 0;
    const first = this.countsOf(row);
    for (let at = first; at < first + this.width; at++) this.counts[at] = 0;
  }

  /** What is known of one row is known of another. */
  move(from: number, to: number): void {
    this.clear(to);
    this.sums[to] = this.sums[from]!;
    this.ids.copyWithin(to * this.stride, from * this.stride, (from + 1) * this.stride);
  }

  /** An id came next, after so many seconds. */
  count(row: number, id: number, seconds: number): void {
    const { sums, waits, ids, counts, width, stride, recent } = this;
    const first = this.countsOf(row);
    const next = row * stride + 1;
    waits[row * stride]! += (seconds - waits[row * stride]!) / Math.min(sums[row]! + 1, recent);
    if (sums[row]! >= recent) this.halve(row);
    const last = width - 1;
    let at = 0;
    while (at < last && counts[first + at]! > 0 && ids[next + at] !== id) at++;
    if (counts[first + at]! > 0 && ids[next + at] !== id) {
      sums[row]! -= counts[first + at]!;
      counts[first + at] = 0;
    }
    const times = counts[first + at]! + 1;
    for (; at > 0 && counts[first + at - 1]! <= times; at--) {
      counts[first + at] = counts[first + at - 1]!;
      ids[next + at] = ids[next + at - 1]!;
    }
    ids[next + at] = id;
    counts[first + at] = times;
    sums[row]!++;
  }

  /** The id that came most often; of a row in which something is known. */
  likeliest(row: number): number {
    return this.ids[row * this.stride + 1]!;
  }

  /** Its share of those that are known. */
  share(row: number): number {
    return this.counts[this.countsOf(row)]! / this.known(row);
  }

  /** Hands over each id whose share, multiplied by a confidence in the row itself, reaches a threshold. */
  propose(row: number, confidence: number, threshold: number, to: (id: number, confidence: number) => void): void {
    const { ids, counts, width, stride } = this;
    const known = this.known(row);
    const first = this.countsOf(row);
    for (let at = 0; at < width && counts[first + at]! > 0; at++) {
      const share = (confidence * counts[first + at]!) / known;
      if (share < threshold) return;
      to(ids[row * stride + 1 + at]!, share);
    }
  }

  /** Where the counts of a row begin, in bytes. */
  private countsOf(row: number): number {
    return 4 * (row * this.stride + 1 + this.width);
  }

  private halve(row: number): void {
    const first = this.countsOf(row);
    let sum = 0;
    for (let at = first; at < first + this.width; at++) {
      this.counts[at]! >>= 1;
      sum += this.counts[at]!;
    }
    this.sums[row] = sum;
  }

  private grow(): void {
    const { sums, ids } = this;
    this.sums = new Uint8Array(2 * sums.length);
    this.sums.set(sums);
    this.ids = new Int32Array(2 * ids.length);
    this.ids.set(ids);
    this.waits = new Float32Array(this.ids.buffer);
    this.counts = new Uint8Array(this.ids.buffer);
  }
}
