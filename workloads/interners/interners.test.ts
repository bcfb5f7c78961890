import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Int64Interner } from './int64.ts';
import { RangeInterner } from './range.ts';
import { TextInterner } from './text.ts';

/** The ids that a plain Map gives to keys, in order of first appearance. */
function idsByMap(keys: readonly unknown[]): number[] {
  const ids = new Map<unknown, number>();
  return keys.map(key => {
    if (!ids.has(key)) ids.set(key, ids.size);
    return ids.get(key)!;
  });
}

function idsOf64(keys: readonly bigint[]): number[] {
  const interner = new Int64Interner();
  return keys.map(key => interner.id(Number(key >> 32n), Number(BigInt.asUintN(32, key))));
}

function idsOfText(keys: readonly string[]): number[] {
  const interner = new TextInterner();
  return keys.map(key => {
    const bytes = new TextEncoder().encode(`<${key}>`);
    return interner.id(bytes, 1, bytes.length - 1);
  });
}

test('integers of a range get dense ids in order of first appearance', () => {
  const interner = new RangeInterner(10);
  expect([7, 3, 7, 0, 3].map(key => interner.id(key))).toEqual([0, 1, 0, 2, 1]);
});

test('64-bit keys get the ids that a map gives them', () => {
  // A narrow range beside the whole one, so that keys come again.
  const key = fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 5000, size: 'max' }), keys => {
      expect(idsOf64(keys)).toEqual(idsByMap(keys));
    }),
    { numRuns: 30 },
  );
});

test('64-bit keys that differ only in bits a double cannot hold stay different', () => {
  expect(idsOf64([2n ** 60n, 2n ** 60n + 1n, 2n ** 60n + 2n, 2n ** 60n + 1n])).toEqual([0, 1, 2, 1]);
});

test('signed and unsigned words are the same key, and a key of all zeros is a key', () => {
  const interner = new Int64Interner();
  expect([interner.id(0, 0), interner.id(-1, -1), interner.id(2 ** 32 - 1, 2 ** 32 - 1), interner.id(0, 0)]).toEqual([
    0, 1, 1, 0,
  ]);
});

test('ids made by multiplication, whose halves cancel out in a plain hash, do not slow the table down', () => {
  const interner = new Int64Interner();
  // With one chain of probes for all of them this would take 2 * 10^10 steps.
  let last = -1;
  for (let key = 0; key < 200_000; key++) last = interner.id(key, Math.imul(key, 0x9e3779b1));
  expect(last).toBe(199_999);
});

test('text keys get the ids that a map gives them', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 50 }).map(String), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), keys => {
      expect(idsOfText(keys)).toEqual(idsByMap(keys));
    }),
    { numRuns: 30 },
  );
});

test('text keys are compared as they are written', () => {
  expect(idsOfText(['1', '01', '', '1.0', '1', ''])).toEqual([0, 1, 2, 3, 0, 2]);
});

test('many text keys are told apart after the tables have grown', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `https://example.org/object/${(i * 7919) % 15_000}`);
  expect(idsOfText(keys)).toEqual(idsByMap(keys));
});

test('interners say what their ids stand for, before and after their tables have grown', () => {
  const integers = new Int64Interner();
  const words = new TextInterner();
  const check = (count: number) => {
    const { words: halves } = integers.names();
    const { bytes, ends } = words.names();
    const text = new TextDecoder();
    for (let id = 0; id < count; id++) {
      expect([halves[2 * id], halves[2 * id + 1]]).toEqual([id % 7, -1 - id]);
      expect(text.decode(bytes.subarray(ends[id]!, ends[id + 1]!))).toBe(`key ${id}`);
    }
    expect([integers.names().count, words.names().count]).toEqual([count, count]);
  };
  check(0);
  for (let id = 0; id < 3_000; id++) {
    integers.id(id % 7, -1 - id);
    const bytes = new TextEncoder().encode(`key ${id}`);
    words.id(bytes, 0, bytes.length);
    if (id === 10) check(11);
  }
  check(3_000);
});
