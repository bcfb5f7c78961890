import type { Frequency } from './recent-frequency.ts';

/** Counters have four bits. */
const COUNT_BITS = 4;
const MOST = (1 << COUNT_BITS) - 1;
/** In a word of eight counters: the lowest bit of each, and all but the highest of each. */
const ONES = 0x11111111;
const LOW_BITS = 0x77777777;

/**
 * Estimates how often ids were requested of late: a count-min sketch of four rows. A request raises one counter in each row;
 * the least of the four is the estimate, too high where every row has other ids at the same counter. When as many requests
 * were counted as a sample has, all counters are halved. Sizes and hash functions are those of the sketch in Caffeine's
 * simulator, for which of two ids that are requested equally often seems the more frequent is a matter of the hash function,
 * and in a loop it decides by itself who stays. `RecentFrequency` counts exactly.
 * (G. Cormode, S. Muthukrishnan: An improved data stream summary: the count-min sketch and its applications, 2005; aging:
 * G. Einziger, R. Friedman, B. Manes: TinyLFU: a highly efficient cache admission policy, ACM ToS 13(4), 2017.)
 */
export class FrequencySketch implements Frequency {
  /** Two words for every entry of the cache, rounded up to a power of two: sixteen counters, four in each row. */
  private readonly table: Int32Array;
  private readonly mask: number;
  private readonly sample: number;
  private additions = 0;
  /** Counters that are full stay so until all are halved, which begins an epoch: popular ids need not be counted in most. */
  private epoch = 1;
  /** By id: the epoch in which all of its counters were found full. */
  private readonly fullIn: Int32Array;

  /**
   * @param universe ids are below this
   * @param entries that the cache can hold
   * @param sample requests after which counters are halved, as a multiple of the entries
   */
  constructor(universe: number, entries: number, sample: number) {
    const length = 2 ** Math.ceil(Math.log2(entries));
    this.table = new Int32Array(2 * length);
    this.mask = length - 1;
    this.fullIn = new Int32Array(universe);
    this.sample = Math.max(1, Math.floor(sample * length));
  }

  /** 0 … 15 */
  of(id: number): number {
    const { table, mask } = this;
    const hash = spread(id);
    const half = (hash >>> 1) & 1;
    const shift = (hash & 1) << 4;
    const a = (table[((row0(hash) & mask) << 1) | half]! >>> shift) & MOST;
    const b = (table[((row1(hash) & mask) << 1) | half]! >>> (shift + COUNT_BITS)) & MOST;
    const c = (table[((row2(hash) & mask) << 1) | half]! >>> (shift + 2 * COUNT_BITS)) & MOST;
    const d = (table[((row3(hash) & mask) << 1) | half]! >>> (shift + 3 * COUNT_BITS)) & MOST;
    const ab = a < b ? a : b;
    const cd = c < d ? c : d;
    return ab < cd ? ab : cd;
  }

  /** Whether `of(id)` is larger than a count. Most often the first row tells that it is not. */
  exceeds(id: number, count: number): boolean {
    const { table, mask } = this;
    const hash = spread(id);
    const half = (hash >>> 1) & 1;
    const shift = (hash & 1) << 4;
    return (
      ((table[((row0(hash) & mask) << 1) | half]! >>> shift) & MOST) > count &&
      ((table[((row1(hash) & mask) << 1) | half]! >>> (shift + COUNT_BITS)) & MOST) > count &&
      ((table[((row2(hash) & mask) << 1) | half]! >>> (shift + 2 * COUNT_BITS)) & MOST) > count &&
      ((table[((row3(hash) & mask) << 1) | half]! >>> (shift + 3 * COUNT_BITS)) & MOST) > count
    );
  }

  /** Counts a request. */
  increment(id: number): void {
    if (this.fullIn[id] === this.epoch) return;
    const { mask } = this;
    const hash = spread(id);
    const half = (hash >>> 1) & 1;
    const shift = (hash & 1) << 4;
    const raised =
      this.raise(((row0(hash) & mask) << 1) | half, shift) +
      this.raise(((row1(hash) & mask) << 1) | half, shift + COUNT_BITS) +
      this.raise(((row2(hash) & mask) << 1) | half, shift + 2 * COUNT_BITS) +
      this.raise(((row3(hash) & mask) << 1) | half, shift + 3 * COUNT_BITS);
    if (raised === 0) this.fullIn[id] = this.epoch;
    else if (++this.additions >= this.sample) this.halve();
  }

  private raise(word: number, shift: number): number {
    const counters = this.table[word]!;
    if (((counters >>> shift) & MOST) === MOST) return 0;
    this.table[word] = counters + (1 << shift);
    return 1;
  }

  /** What the halves lose by rounding does not count as additions either. */
  private halve(): void {
    const { table } = this;
    this.epoch++;
    let odd = 0;
    for (let word = 0; word < table.length; word++) {
      const counters = table[word]!;
      odd += Math.imul(counters & ONES, ONES) >>> 28;
      table[word] = (counters >>> 1) & LOW_BITS;
    }
    this.additions = (this.additions - (odd >>> 2)) >>> 1;
  }
}

/** Makes all bits of a hash depend on all bits of an id. */
function spread(id: number): number {
  let x = Math.imul((id >>> 16) ^ id, 0x45d9f3b);
  x = Math.imul((x >>> 16) ^ x, 0x45d9f3b);
  return (x >>> 16) ^ x;
}

// Row functions: (hash + seed) × seed in 64 bits, whose two halves are added. That is hash × seed + seed², and the lower half of the
// seed gives an upper half that a floating-point product has right but for one id in millions. The constants of a row
// are the sum of the seed's halves, its lower half, and the lower half and the sum of the halves of its square.
const UPPER_HALF = 2 ** -32;

function row0(hash: number): number {
  const upper = Math.floor((hash * 0x97cb3127 + 0xff49f3f1) * UPPER_HALF);
  return (Math.imul(hash, 0x5b70f983) + upper + 0xb6698d3b) | 0;
}

function row1(hash: number): number {
  const upper = Math.floor((hash * 0xbe98f273 + 0x822d9fa9) * UPPER_HALF);
  return (Math.imul(hash, 0x732ba8e2) + upper + 0x149ec6a6) | 0;
}

function row2(hash: number): number {
  const upper = Math.floor((hash * 0x2f90404f + 0x6b079861) * UPPER_HALF);
  return (Math.imul(hash, 0xca71aa8a) + upper + 0xec7af1b0) | 0;
}

function row3(hash: number): number {
  const upper = Math.floor((hash * 0x84222325 + 0x82a72359) * UPPER_HALF);
  return (Math.imul(hash, 0x5014c009) + upper + 0xde720e0c) | 0;
}
