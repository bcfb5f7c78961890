/** What the hash tables of interners have in common. */

export const FIRST_SLOTS = 1024;
/** Of the slots, before a table doubles: linear probing stays short. */
export const FULLEST = 0.6;

/** Spreads a 32-bit number over all its bits (the finaliser of MurmurHash3, Austin Appleby, public domain). */
export function mix(word: number): number {
  let hash = word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
