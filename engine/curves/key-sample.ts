/** Ids that are numbered together, of which a byte must be able to tell each. */
const BLOCK = 128;
const BLOCK_BITS = 7;

/** A choice of keys. */
export class KeySample {
  /** How many are chosen. */
  readonly keys: number;
  /** By id: 0, or its number, from 1, among the chosen of its block. A byte is found sooner than a bit, and nearly all are looked up in vain. */
  private readonly inBlock: Uint8Array;
  /** Chosen ids before each block. */
  private readonly before: Int32Array;

  /** @param chosen ids, ascending */
  constructor(universe: number, chosen: Int32Array) {
    this.keys = chosen.length;
    this.inBlock = new Uint8Array(universe);
    this.before = new Int32Array(Math.ceil(universe / BLOCK));
    let block = -1;
    for (let rank = 0; rank < chosen.length; rank++) {
      const id = chosen[rank]!;
      while (block < id >> BLOCK_BITS) this.before[++block] = rank;
      this.inBlock[id] = 1 + rank - this.before[block]!;
    }
  }

  /** For chosen ids, which stand at those places of a column: the number of each among the chosen. */
  ranks(ids: Int32Array, places: Int32Array): Int32Array {
    const { inBlock, before } = this;
    const ranks = new Int32Array(places.length);
    for (let k = 0; k < places.length; k++) {
      const id = ids[places[k]!]!;
      ranks[k] = before[id >> BLOCK_BITS]! + inBlock[id]! - 1;
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
    const { inBlock } = this;
    const last = length - 3;
    let count = 0;
    let i = 0;
    while (i < last) {
      if ((inBlock[ids[i]!]! | inBlock[ids[i + 1]!]! | inBlock[ids[i + 2]!]! | inBlock[ids[i + 3]!]!) === 0) i += 4;
      else for (const end = i + 4; i < end; i++) if (inBlock[ids[i]!] !== 0) places[count++] = i;
    }
    for (; i < length; i++) if (inBlock[ids[i]!] !== 0) places[count++] = i;
    return count;
  }
}

/**
 * Chooses so many of the keys, one of each run of keys that appeared one after the other. Where in its run is decided by a
 * hash: every key has the same chance, and the sample has its share of early keys, which are the popular ones, and of late.
 */
export function chooseKeys(universe: number, keys: number, seed: number): KeySample {
  const chosen = new Int32Array(keys);
  const salt = mix(seed);
  for (let run = 0; run < keys; run++) {
    const start = Math.floor((run * universe) / keys);
    const length = Math.floor(((run + 1) * universe) / keys) - start;
    chosen[run] = start + Math.floor((mix(run ^ salt) / 2 ** 32) * length);
  }
  return new KeySample(universe, chosen);
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
