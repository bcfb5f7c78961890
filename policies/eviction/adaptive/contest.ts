/** Requests over which a lead is averaged, as a multiple of the capacity. */
const WINDOW = 16;
/** How often the contest is judged: this many times in as many requests as the cache has entries. */
const JUDGEMENTS = 32;
/** Mean lead that makes a challenger followed, in hits per request, over LRU and over whoever is followed. */
const LEAD = 0.01;
/** Hits lost against LRU that end a challenge, as a share of the capacity. */
const TOLERANCE = 0.1;

/** Counts its hits since the last judgement. */
export interface Contestant {
  hits: number;
}

/**
 * Says who is to be followed: LRU, or one of its challengers. A challenger's lead is its hits minus LRU's, averaged over
 * 16 × capacity requests. Followed is the challenger with the greatest lead, once that exceeds 1 %, and from another challenger
 * it takes over once it is ahead of that one by as much. LRU is followed again when the lead is gone, or when the cache has lost
 * 0.1 × capacity hits against LRU since it was left, whomever it followed meanwhile; each such loss doubles the lead that the next
 * challenge needs, whosesoever that is. So what may be lost does not grow with the number of challengers.
 */
export class Contest<Rival extends Contestant> {
  private readonly lru: Rival;
  private readonly challengers: readonly Rival[];
  /** By challenger, its lead as a decayed sum. */
  private readonly leads: Float64Array;
  /** The challenger that is followed, or -1 for LRU. */
  private leader = -1;
  private penalty = 1;
  /** Hits that the cache lost against LRU since that was left. */
  private lost = 0;

  constructor(lru: Rival, challengers: readonly Rival[]) {
    this.lru = lru;
    this.challengers = challengers;
    this.leads = new Float64Array(challengers.length);
  }

  /** Requests until the next judgement. */
  static interval(entries: number): number {
    return Math.max(1, Math.floor(entries / JUDGEMENTS));
  }

  /**
   * Judges what was hit since the last time, and takes note of it.
   * @param requests how many there were
   * @param hits of the cache itself
   * @returns whom to follow
   */
  judge(entries: number, requests: number, hits: number): Rival {
    const { challengers, leads, lru } = this;
    this.lost += lru.hits - hits;
    const decay = 1 - requests / (WINDOW * entries);
    for (let c = 0; c < challengers.length; c++) {
      leads[c] = leads[c]! * decay + challengers[c]!.hits - lru.hits;
      challengers[c]!.hits = 0;
    }
    lru.hits = 0;
    if (this.leader >= 0 && this.lost >= TOLERANCE * entries) {
      this.penalty *= 2;
      this.leader = -1;
    } else if (this.leader >= 0 && leads[this.leader]! <= 0) this.leader = -1;
    else this.challenge(this.penalty * LEAD * WINDOW * entries);
    return this.leader < 0 ? lru : challengers[this.leader]!;
  }

  private challenge(needed: number): void {
    const { leads } = this;
    let best = 0;
    for (let c = 1; c < leads.length; c++) if (leads[c]! > leads[best]!) best = c;
    const followed = this.leader < 0 ? 0 : leads[this.leader]!;
    if (leads[best]! <= followed + needed) return;
    // From one challenger to the next the books stay open: what the first lost counts against the second.
    if (this.leader < 0) this.lost = 0;
    this.leader = best;
  }
}
