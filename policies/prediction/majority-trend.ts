/**
 * The last differences between the keys of one client, and the difference that most of them are: the majority is looked for among the latest
 * few, then among twice as many, and so on (Leap, USENIX ATC 2020, algorithm 1).
 */
export class MajorityTrend {
  /** The last majority that was found; NaN before there was one. */
  value = Number.NaN;
  /** What share it has: of those among which it was found, or of all that are kept when it was not found again. */
  share = 0;
  private readonly ring: Float64Array;
  private head = 0;
  private kept = 0;

  /** @param history how many differences are kept */
  constructor(history: number) {
    this.ring = new Float64Array(history);
  }

  add(difference: number): void {
    this.ring[this.head] = difference;
    this.head = (this.head + 1) % this.ring.length;
    if (this.kept < this.ring.length) this.kept++;
  }

  /** @param shortest how many differences are looked at first; with fewer known there is no majority yet */
  find(shortest: number): void {
    for (let length = shortest; length <= this.kept; length *= 2) {
      const candidate = this.candidate(length);
      const share = this.shareOf(candidate, length);
      if (share <= 0.5) continue;
      this.value = candidate;
      this.share = share;
      return;
    }
    this.share = this.kept === 0 ? 0 : this.shareOf(this.value, this.kept);
  }

  /** Who has the majority of the latest, if anybody has: each other value takes one of its votes (Boyer and Moore, MJRTY). */
  private candidate(length: number): number {
    let candidate = Number.NaN;
    let lead = 0;
    for (let back = 1; back <= length; back++) {
      const value = this.at(back);
      if (lead === 0) candidate = value;
      lead += value === candidate ? 1 : -1;
    }
    return candidate;
  }

  private shareOf(value: number, length: number): number {
    let count = 0;
    for (let back = 1; back <= length; back++) if (this.at(back) === value) count++;
    return count / length;
  }

  /** @param back 1 for the latest */
  private at(back: number): number {
    return this.ring[(this.head - back + this.ring.length) % this.ring.length]!;
  }
}
