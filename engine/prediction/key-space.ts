import { predictors } from '../../policies/prediction/catalog.ts';
import type { KeySpace } from '../../policies/prediction/contract.ts';
import { InputError } from '../../spec/input-error.ts';
import { Int64Interner } from '../../workloads/interners/int64.ts';
import type { RangeNames, WordNames } from '../../workloads/interners/names.ts';
import type { Requests } from '../../workloads/requests.ts';

const WORD = 2 ** 32;
/** Decimal, and small enough to be exact. */
const NUMBER = /^\d{1,15}$/;

/** A workload whose reader may have met keys that come only behind its last request. */
type Numbered = Pick<Requests, 'keys' | 'universe'>;

/**
 * The keys of a workload as numbers.
 * @param predictor who asks for them
 * @throws InputError when they are none, or nobody knows them
 */
export function keySpaceOf({ keys, universe }: Numbered, predictor: string): KeySpace {
  if (!keys)
    throw new InputError('--prediction', `${predictor} looks at the keys' numbers, and this workload's have none`);
  const all =
    keys.kind === 'range'
      ? smallKeys(keys)
      : largeKeys(keys.kind === 'integers' ? keys.words : numbersIn(keys, predictor));
  return {
    distance: all.distance,
    at(id, distance) {
      const found = all.at(id, distance);
      return found < universe ? found : -1;
    },
  };
}

function smallKeys({ ids }: RangeNames): KeySpace {
  const keyOf = new Int32Array(ids.length);
  for (let key = 0; key < ids.length; key++) if (ids[key]! >= 0) keyOf[ids[key]!] = key;
  return {
    distance: (from, to) => keyOf[to]! - keyOf[from]!,
    at: (id, distance) => ids[keyOf[id]! + distance] ?? -1,
  };
}

/** @param words the upper and the lower 32 bits of each id's key */
function largeKeys(words: Int32Array): KeySpace {
  const table = new Int64Interner();
  for (let at = 0; at < words.length; at += 2) table.id(words[at]!, words[at + 1]!);
  return {
    // The words are subtracted by themselves: a key as one number would not be exact.
    distance: (from, to) =>
      WORD * (words[2 * to]! - words[2 * from]!) + ((words[2 * to + 1]! >>> 0) - (words[2 * from + 1]! >>> 0)),
    at(id, distance) {
      const low = (words[2 * id + 1]! >>> 0) + distance;
      const carry = Math.floor(low / WORD);
      return table.find(words[2 * id]! + carry, low - carry * WORD);
    },
  };
}

/** @throws InputError naming the first key that is no number */
function numbersIn({ count, bytes, ends }: WordNames, predictor: string): Int32Array {
  const words = new Int32Array(2 * count);
  const decoder = new TextDecoder();
  for (let id = 0; id < count; id++) {
    const key = decoder.decode(bytes.subarray(ends[id]!, ends[id + 1]!));
    if (!NUMBER.test(key))
      throw new InputError(
        '--prediction',
        `${predictor} looks at the keys' numbers, and the key ${JSON.stringify(key)} is none`,
      );
    words[2 * id] = Math.floor(Number(key) / WORD);
    words[2 * id + 1] = Number(key) % WORD;
  }
  return words;
}

/** Whether a text names a predictor that reckons with keys: only then is it worth the memory to know them. */
export function reckonsWithKeys(text: string): boolean {
  const words = text.toLowerCase().split(/[^a-z-]+/);
  return predictors.some(
    ({ name, aliases = [], capabilities }) =>
      capabilities.numeric && [name, ...aliases].some(each => words.includes(each)),
  );
}
