/** What ids stand for, as an interner remembers it: 64-bit integers, or words. */
export type Names = IntegerNames | WordNames;

export interface IntegerNames {
  readonly kind: 'integers';
  readonly count: number;
  /** The upper and the lower 32 bits of name k are `words[2k]` and `words[2k + 1]`. */
  readonly words: Int32Array;
}

export interface WordNames {
  readonly kind: 'words';
  readonly count: number;
  /** Name k is `bytes[ends[k]]` … `bytes[ends[k + 1] − 1]`. */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Integer keys of a small range. */
export interface RangeNames {
  readonly kind: 'range';
  /** By key: its id, or -1 where the key never came. */
  readonly ids: Int32Array;
}

/** Gives dense ids 0, 1, 2 … to integer keys of a known range, in order of first appearance. */
export class RangeInterner {
  private readonly ids: Int32Array;
  private count = 0;

  /** @param keys keys are 0 … keys − 1 */
  constructor(keys: number) {
    this.ids = new Int32Array(keys).fill(-1);
  }

  id(key: number): number {
    const known = this.ids[key]!;
    if (known >= 0) return known;
    this.ids[key] = this.count;
    return this.count++;
  }

  /** The ids by key, as they are: valid until another key comes. */
  names(): RangeNames {
    return { kind: 'range', ids: this.ids };
  }
}

const FIRST_SLOTS = 1024;
/** Of the slots, before a table doubles: linear probing stays short. */
const FULLEST = 0.6;

/** Spreads a 32-bit number over all its bits (the finaliser of MurmurHash3, Austin Appleby, public domain). */
function mix(word: number): number {
  let hash = word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Gives dense ids 0, 1, 2 … to 64-bit keys, in order of first appearance. A key is two 32-bit words, so that no bit is lost.
 * Open addressing; a slot is an id + 1 and nothing else, so that the table stays small, and the keys lie in the order of their
 * ids, so that those asked for early and often lie together.
 */
export class Int64Interner {
  private slots = new Int32Array(FIRST_SLOTS);
  private mask = FIRST_SLOTS - 1;
  private room = FULLEST * FIRST_SLOTS;
  /** Key k is keys[2k] (high) and keys[2k + 1] (low). */
  private keys = new Int32Array(2 * FIRST_SLOTS);
  private count = 0;

  /** @param high the upper 32 bits, @param low the lower 32 bits; signed or unsigned alike */
  id(high: number, low: number): number {
    const slot = this.slotOf(high | 0, low | 0);
    const known = this.slots[slot]!;
    if (known !== 0) return known - 1;
    this.keys[2 * this.count] = high;
    this.keys[2 * this.count + 1] = low;
    this.slots[slot] = ++this.count;
    if (this.count > this.room) this.grow();
    return this.count - 1;
  }

  /** The id of a key, or -1 for one that never came. */
  find(high: number, low: number): number {
    return this.slots[this.slotOf(high | 0, low | 0)]! - 1;
  }

  /** The keys by id. */
  names(): IntegerNames {
    return { kind: 'integers', count: this.count, words: this.keys.slice(0, 2 * this.count) };
  }

  /** Where a key is noted, or would be. */
  private slotOf(upper: number, lower: number): number {
    const { slots, mask, keys } = this;
    // Each word is mixed by itself first: ids made by multiplying often have halves that cancel out.
    let slot = mix(mix(lower) ^ upper) & mask;
    for (let known = slots[slot]!; known !== 0; known = slots[slot]!) {
      const at = 2 * (known - 1);
      if (keys[at + 1] === lower && keys[at] === upper) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const capacity = 2 * (this.mask + 1);
    const keys = new Int32Array(2 * capacity);
    keys.set(this.keys);
    this.keys = keys;
    this.slots = new Int32Array(capacity);
    this.mask = capacity - 1;
    this.room = FULLEST * capacity;
    for (let id = 0; id < this.count; id++) {
      let slot = mix(mix(keys[2 * id + 1]!) ^ keys[2 * id]!) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id + 1;
    }
  }
}

/**
 * Gives dense ids 0, 1, 2 … to keys that are text, in order of first appearance. Keys are compared byte by byte as they stand in
 * the file: no string is made, and no number is read out of them. A slot is [hash, id + 1]; the bytes of all keys lie end to end.
 */
export class TextInterner {
  private slots = new Int32Array(2 * FIRST_SLOTS);
  private mask = FIRST_SLOTS - 1;
  private room = FULLEST * FIRST_SLOTS;
  private bytes = new Uint8Array(16 * FIRST_SLOTS);
  /** Key k is bytes[ends[k]] … bytes[ends[k + 1] − 1]. */
  private ends = new Uint32Array(FIRST_SLOTS);
  private count = 0;

  /** The key is `text[start]` … `text[end − 1]`. */
  id(text: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text[at]!, 0x01000193);
    hash = mix(hash);
    const { slots, mask } = this;
    let slot = hash & mask;
    for (let known = slots[2 * slot + 1]!; known > 0; known = slots[2 * slot + 1]!) {
      if (slots[2 * slot] === hash && this.equals(known - 1, text, start, end)) return known - 1;
      slot = (slot + 1) & mask;
    }
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = this.count + 1;
    this.keep(text, start, end);
    if (this.count > this.room) this.growSlots();
    return this.count - 1;
  }

  /** The keys by id, as they are: valid until another key comes. */
  names(): WordNames {
    const { count, bytes, ends } = this;
    return { kind: 'words', count, bytes, ends };
  }

  private equals(id: number, text: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this;
    let at = this.ends[id]!;
    if (this.ends[id + 1]! - at !== end - start) return false;
    for (let other = start; other < end; other++) if (bytes[at++] !== text[other]) return false;
    return true;
  }

  private keep(text: Uint8Array, start: number, end: number): void {
    const from = this.ends[this.count]!;
    const to = from + end - start;
    if (to > this.bytes.length) {
      const grown = new Uint8Array(2 * to);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes.set(text.subarray(start, end), from);
    this.count++;
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(2 * this.count);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count] = to;
  }

  private growSlots(): void {
    const old = this.slots;
    const capacity = 2 * (this.mask + 1);
    this.slots = new Int32Array(2 * capacity);
    this.mask = capacity - 1;
    this.room = FULLEST * capacity;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = old[from]! & this.mask;
      while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
      this.slots[2 * slot] = old[from]!;
      this.slots[2 * slot + 1] = old[from + 1]!;
    }
  }
}
