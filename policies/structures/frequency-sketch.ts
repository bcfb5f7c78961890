/** How often ids were requested of late. */
export interface Frequency {
  /** An estimate, 0 … 15: never too low but for aging. */
  of(id: number): number;
}

/**
 * A 4-bit count-min sketch with aging: four counters per id, all in one block of 64 bytes, so an access touches one cache
 * line; every `window` × `entries` increments all counters are halved.
 * TinyLFU: Einziger, Friedman, Manes, "TinyLFU: A Highly Efficient Cache Admission Policy", ACM ToS 13(4), 2017.
 */
export class FrequencySketch implements Frequency {
  /** Blocks of 16 words; row r of a block is its words 4r … 4r + 3, eight counters a word. */
  private readonly words: Int32Array;
  private readonly blockMask: number;
  private readonly sample: number;
  private increments = 0;
  /** The id that was counted last and its estimate: a request is usually followed by questions about the same id. */
  private latest = -1;
  private latestCount = 0;

  /**
   * @param entries how many ids are worth remembering: the number of entries that the cache can hold
   * @param window after how many requests counts are halved, as a multiple of `entries`; TinyLFU takes 10
   */
  constructor(entries: number, window: number) {
    let blocks = 1;
    while (blocks * 8 < entries) blocks *= 2;
    this.words = new Int32Array(16 * blocks);
    this.blockMask = blocks - 1;
    this.sample = Math.max(16, window * entries);
  }

  of(id: number): number {
    return id === this.latest ? this.latestCount : this.estimate(id);
  }

  private estimate(id: number): number {
    const { words } = this;
    const hash = spread(id);
    const block = (hash & this.blockMask) << 4;
    let row = spread(hash);
    let least = 15;
    for (let r = 0; r < 16; r += 4) {
      const count = (words[block + r + ((row >>> 3) & 3)]! >>> ((row & 7) << 2)) & 15;
      if (count < least) least = count;
      row >>>= 8;
    }
    return least;
  }

  increment(id: number): void {
    const { words } = this;
    const hash = spread(id);
    const block = (hash & this.blockMask) << 4;
    let row = spread(hash);
    let least = 15;
    for (let r = 0; r < 16; r += 4) {
      const word = block + r + ((row >>> 3) & 3);
      const shift = (row & 7) << 2;
      let count = (words[word]! >>> shift) & 15;
      if (count !== 15) {
        words[word] = words[word]! + (1 << shift);
        count++;
      }
      if (count < least) least = count;
      row >>>= 8;
    }
    this.latest = id;
    this.latestCount = least;
    if (++this.increments >= this.sample) this.age();
  }

  private age(): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i]! >>> 1) & 0x77777777;
    this.increments >>>= 1;
    this.latestCount >>>= 1;
  }
}

/** A bijective mix of 32 bits (the finaliser of MurmurHash3). */
function spread(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
