import type { IntegerNames, Names, WordNames } from '../../interners/names.ts';

const DIGIT_0 = 0x30;
const MOST_DIGITS = 20;
const TWO_TO_32 = 2 ** 32;

/** The keys as unsigned integers of 64 bits; null unless all of them are such, written so that the same text comes back. */
export function integerKeys(names: Names): IntegerNames | null {
  if (names.kind === 'integers') return names;
  const words = new Int32Array(2 * names.count);
  for (let name = 0; name < names.count; name++) if (!readInteger(names, name, words)) return null;
  return { kind: 'integers', count: names.count, words };
}

/** Reads a decimal number without sign or leading zeros into two words; false when it is none, or above 2^64 − 1. */
function readInteger({ bytes, ends }: WordNames, name: number, words: Int32Array): boolean {
  const start = ends[name]!;
  const end = ends[name + 1]!;
  if (start === end || end - start > MOST_DIGITS || (bytes[start] === DIGIT_0 && end - start > 1)) return false;
  let high = 0;
  let low = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - DIGIT_0;
    if (digit < 0 || digit > 9) return false;
    low = 10 * low + digit;
    const carry = Math.floor(low / TWO_TO_32);
    low -= carry * TWO_TO_32;
    high = 10 * high + carry;
  }
  words[2 * name] = high;
  words[2 * name + 1] = low;
  return high < TWO_TO_32;
}
