import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MiningTable } from './mining-table.ts';

type Found = [from: number, to: number, sure: number];

/** What is mined from ids with the numbers of their requests; there are as many as fit. */
function mined(numbers: Readonly<Record<number, readonly number[]>>, lookahead: number, exceptions: number): Found[] {
  const table = new MiningTable(100, Object.keys(numbers).length, 8);
  for (const [id, each] of Object.entries(numbers)) for (const number of each) table.add(Number(id), number);
  expect(table.full).toBe(true);
  const found: Found[] = [];
  table.mine(lookahead, exceptions, (from, to, sure) => found.push([from, to, sure]));
  expect(table.full).toBe(false);
  return found;
}

test('ids are associated whose requests all lie within the lookahead', () => {
  const numbers = { 1: [10, 50, 90], 2: [15, 55, 95] };
  expect(mined(numbers, 5, 0)).toEqual([[1, 2, 4 / 5]]);
  expect(mined(numbers, 4, 0)).toEqual([]);
});

test('with the first that qualifies, and with others only when they came right beside once', () => {
  // Three requests on, then two, then one; but for 4 in the last case.
  expect(mined({ 1: [10, 50], 2: [13, 53], 3: [15, 52] }, 5, 0).filter(([from]) => from === 1)).toEqual([
    [1, 2, 3 / 4],
  ]);
  expect(mined({ 1: [10, 50], 2: [13, 53], 3: [15, 51] }, 5, 0).filter(([from]) => from === 1)).toEqual([
    [1, 2, 3 / 4],
    [1, 3, 3 / 4],
  ]);
  // 2 is first, but does not qualify.
  expect(mined({ 1: [10, 50], 2: [13, 63], 3: [15, 52] }, 5, 0).filter(([from]) => from === 1)).toEqual([
    [1, 3, 3 / 4],
  ]);
});

test('so many requests may lie elsewhere, and counts differ by as many', () => {
  const far = { 1: [10, 50, 90], 2: [15, 70, 95] };
  expect(mined(far, 5, 0)).toEqual([]);
  // Two of three were close.
  expect(mined(far, 5, 1)).toEqual([[1, 2, 3 / 5]]);
  const fewer = { 1: [10, 50, 90], 2: [15, 55] };
  expect(mined(fewer, 5, 0)).toEqual([]);
  expect(mined(fewer, 5, 1)).toEqual([[1, 2, 3 / 4]]);
});

test('who comes more often than the most is dropped', () => {
  const table = new MiningTable(100, 2, 3);
  for (const number of [1, 2, 3]) table.add(7, number);
  expect(table.has(7)).toBe(true);
  table.add(7, 4);
  expect(table.has(7)).toBe(false);
  table.add(8, 5);
  expect(table.full).toBe(false);
  table.add(7, 6);
  expect(table.full).toBe(true);
});

test('what is mined is what all pairs of a list give', () => {
  const stream = fc.array(fc.nat(7), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(stream, fc.integer({ min: 1, max: 8 }), fc.nat(2), (ids, lookahead, exceptions) => {
      const table = new MiningTable(8, 4, 5);
      const naive = new Map<number, number[]>();
      for (const [number, id] of ids.entries()) {
        table.add(id, number);
        const numbers = naive.get(id) ?? [];
        if (numbers.length === 5) naive.delete(id);
        else naive.set(id, [...numbers, number]);
        assert.equal(table.has(id), naive.has(id));
        if (!table.full) continue;
        const found: Found[] = [];
        table.mine(lookahead, exceptions, (from, to, sure) => found.push([from, to, sure]));
        const rows = [...naive].sort(([, [a]], [, [b]]) => a! - b!);
        const expected = rows.flatMap(([from, first], i) => {
          const close = rows.slice(i + 1).flatMap(([to, second]): { found: Found; beside: boolean }[] => {
            const length = Math.min(first.length, second.length);
            const distances = first.slice(0, length).map((each, k) => Math.abs(each - second[k]!));
            const far = distances.filter(distance => distance > lookahead).length;
            const differs = Math.abs(first.length - second.length);
            if (distances[0]! > lookahead || far > exceptions || differs > exceptions) return [];
            return [{ found: [from, to, (length - far + 1) / (length + 2)], beside: distances.includes(1) }];
          });
          return close.filter(({ beside }, n) => n === 0 || beside).map(each => each.found);
        });
        assert.deepEqual(found, expected);
        naive.clear();
      }
    }),
    { numRuns: 200 },
  );
});
