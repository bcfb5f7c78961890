import type { Names } from './interners/names.ts';

const utf8 = new TextDecoder();

/** What an id stands for, as people read it: integers unsigned and decimal; the id itself where there are no names. */
export function originalName(names: Names | null, id: number): string {
  if (names === null) return String(id);
  if (names.kind === 'words') return utf8.decode(names.bytes.subarray(names.ends[id]!, names.ends[id + 1]!));
  const [high, low] = names.words.subarray(2 * id, 2 * id + 2);
  return String((BigInt(high! >>> 0) << 32n) | BigInt(low! >>> 0));
}
