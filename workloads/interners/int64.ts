import { FIRST_SLOTS, FULLEST, mix } from './hashing.ts';
import type { IntegerNames } from './names.ts';

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
