import { populationCount } from './population-count.ts';

/** A choice of keys. */
export class KeySample {
  /** How many are chosen. */
  readonly keys: number;
  /** A bit for each id. */
  private readonly chosen: Int32Array;
  /** Chosen ids before each word of the bits. */
  private readonly before: Int32Array;

  constructor(chosen: Int32Array) {
    this.chosen = chosen;
    this.before = new Int32Array(chosen.length);
    let keys = 0;
    for (const [word, bits] of chosen.entries()) {
      this.before[word] = keys;
      keys += populationCount(bits);
    }
    this.keys = keys;
  }

  /** For chosen ids, which stand at those places of a column: the number of each among the chosen. */
  ranks(ids: Int32Array, places: Int32Array): Int32Array {
    const { chosen, before } = this;
    const ranks = new Int32Array(places.length);
    for (let k = 0; k < places.length; k++) {
      const id = ids[places[k]!]!;
      ranks[k] = before[id >> 5]! + populationCount(chosen[id >> 5]! & ((1 << (id & 31)) - 1));
    }
    return ranks;
  }

  /**
   * Finds the chosen ids of a column. For others it does next to nothing, which nearly all are: four at a time are looked up
   * and passed by.
   * @param places takes the places in the column, ascending
   * @returns how many there are
   */
  find(ids: Int32Array, length: number, places: Int32Array): number {
    const { chosen } = this;
    let count = 0;
    let i = 0;
    for (; i + 3 < length; i += 4) {
      // The bit of each id is shifted into the sign.
      const first = chosen[ids[i]! >> 5]! << ~ids[i]!;
      const second = chosen[ids[i + 1]! >> 5]! << ~ids[i + 1]!;
      const third = chosen[ids[i + 2]! >> 5]! << ~ids[i + 2]!;
      const fourth = chosen[ids[i + 3]! >> 5]! << ~ids[i + 3]!;
      if ((first | second | third | fourth) >= 0) continue;
      if (first < 0) places[count++] = i;
      if (second < 0) places[count++] = i + 1;
      if (third < 0) places[count++] = i + 2;
      if (fourth < 0) places[count++] = i + 3;
    }
    for (; i < length; i++) if (chosen[ids[i]! >> 5]! << ~ids[i]! < 0) places[count++] = i;
    return count;
  }
}

/**
 * Chooses so many of the keys, one of each run of keys that appeared one after the other. Where in its run is decided by a
 * hash: every key has the same chance, and the sample has its share of early keys, which are the popular ones, and of late.
 */
export function chooseKeys(universe: number, keys: number, seed: number): KeySample {
  const chosen = new Int32Array(Math.ceil(universe / 32));
  const salt = mix(seed);
  for (let run = 0; run < keys; run++) {
    const start = Math.floor((run * universe) / keys);
    const length = Math.floor(((run + 1) * universe) / keys) - start;
    const id = start + Math.floor((mix(run ^ salt) / 2 ** 32) * length);
    chosen[id >> 5]! |= 1 << (id & 31);
  }
  return new KeySample(chosen);
}

/** Deals all keys out to so many groups by a hash. @returns the group by id */
export function dealKeys(universe: number, groups: number, seed: number): Uint8Array {
  const salt = mix(~seed);
  return new Uint8Array(universe).map((_, id) => mix(id ^ salt) % groups);
}

/**
 * Spreads a number over 32 bits so that each of its bits moves about half of theirs: ids are dense and in order of first
 * appearance, and what is chosen of them must follow no such order (the finaliser `lowbias32` of C. Wellons, with the constants
 * of least bias known).
 */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x21f0aaad);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}
