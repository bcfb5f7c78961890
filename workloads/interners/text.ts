import { FIRST_SLOTS, FULLEST, mix } from './hashing.ts';
import type { WordNames } from './names.ts';

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
