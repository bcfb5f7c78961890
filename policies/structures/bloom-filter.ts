/** A set of ids that can only grow, or be emptied. */
export interface IdSet {
  has(id: number): boolean;
  add(id: number): void;
  clear(): void;
}

/** A bit for each id of the universe: exact. */
export class ExactSet implements IdSet {
  private readonly members: Uint8Array;

  constructor(universe: number) {
    this.members = new Uint8Array(universe);
  }

  has(id: number): boolean {
    return this.members[id] === 1;
  }

  add(id: number): void {
    this.members[id] = 1;
  }

  clear(): void {
    this.members.fill(0);
  }
}

/**
 * A Bloom filter: k hash functions set k of m bits for each id. It never forgets an id, and takes one that was never added for a
 * member where all of its bits were set by others. With n ids in it that happens with a chance of (1 − e^(−kn/m))^k, which is
 * least for k = m/n × ln 2. (B. H. Bloom: Space/time trade-offs in hash coding with allowable errors, CACM 13(7), 1970. The k
 * places are a + i × b: A. Kirsch, M. Mitzenmacher: Less hashing, same performance, ESA 2006.)
 */
export class BloomFilter implements IdSet {
  private readonly words: Int32Array;
  private readonly m: number;
  private readonly k: number;

  /**
   * @param ids how many it is made for
   * @param bits for each of them
   */
  constructor(ids: number, bits: number) {
    this.m = Math.max(1, Math.ceil(ids * bits));
    this.k = Math.max(1, Math.round(bits * Math.LN2));
    this.words = new Int32Array(Math.ceil(this.m / 32));
  }

  has(id: number): boolean {
    const { words, m, k } = this;
    const b = step(id);
    let hash = scatter(id);
    for (let i = 0; i < k; i++) {
      const bit = hash % m;
      if (((words[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return false;
      hash = (hash + b) >>> 0;
    }
    return true;
  }

  add(id: number): void {
    const { words, m, k } = this;
    const b = step(id);
    let hash = scatter(id);
    for (let i = 0; i < k; i++) {
      const bit = hash % m;
      words[bit >>> 5]! |= 1 << (bit & 31);
      hash = (hash + b) >>> 0;
    }
  }

  clear(): void {
    this.words.fill(0);
  }
}

/** Odd, so that no two of an id's hashes are the same. */
function step(id: number): number {
  return scatter(~id) | 1;
}

/** 32 bits of a hash (the finaliser of MurmurHash3). */
function scatter(id: number): number {
  let x = id ^ 0x9e3779b9;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
