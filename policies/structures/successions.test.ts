import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Successions } from './successions.ts';

const all = (successions: Successions, row: number, confidence = 1, threshold = 0) => {
  const proposed: [id: number, confidence: number][] = [];
  successions.propose(row, confidence, threshold, (id, share) => proposed.push([id, share]));
  return proposed;
};

test('a row holds what a sorted list of ids and their counts would', () => {
  const steps = fc.array(fc.record({ row: fc.nat(1), id: fc.nat(6), times: fc.constantFrom(1, 1, 1, 50) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 255 }), steps, (width, recent, list) => {
      const successions = new Successions(width, recent);
      for (const row of [0, 1]) successions.clear(row);
      const naive: { id: number; count: number }[][] = [[], []];
      for (const { row, id, times } of list)
        for (let n = 0; n < times; n++) {
          successions.count(row, id, 1);
          if (naive[row]!.reduce((sum, { count }) => sum + count, 0) >= recent)
            naive[row] = naive[row]!.map(each => ({ ...each, count: each.count >> 1 })).filter(each => each.count > 0);
          const known = naive[row]!.find(each => each.id === id);
          if (!known && naive[row]!.length === width) naive[row]!.pop();
          naive[row] = naive[row]!.filter(each => each.id !== id);
          naive[row]!.push({ id, count: (known?.count ?? 0) + 1 });
          // Halving makes counts equal whose order is older; they keep it.
          naive[row]!.sort((a, b) => b.count - a.count || (a.id === id ? -1 : b.id === id ? 1 : 0));
        }
      for (const row of [0, 1]) {
        const known = naive[row]!.reduce((sum, { count }) => sum + count, 0);
        assert.equal(successions.known(row), known);
        assert.deepEqual(
          all(successions, row),
          naive[row]!.map(({ id, count }) => [id, count / known]),
        );
        if (known > 0) {
          assert.equal(successions.likeliest(row), naive[row]![0]!.id);
          assert.equal(successions.share(row), naive[row]![0]!.count / known);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('shares are multiplied by the confidence in the row, and those below the threshold are left out', () => {
  const successions = new Successions(3, 9);
  successions.clear(0);
  for (const id of [7, 7, 7, 8]) successions.count(0, id, 1);
  expect(all(successions, 0, 0.5)).toEqual([
    [7, 3 / 8],
    [8, 1 / 8],
  ]);
  expect(all(successions, 0, 0.5, 3 / 8)).toEqual([[7, 3 / 8]]);
});

test('the wait is the mean of all at first, then follows the latest', () => {
  const successions = new Successions(1, 16);
  successions.clear(0);
  for (const seconds of [3, 6, 9]) successions.count(0, 7, seconds);
  expect(successions.wait(0)).toBeCloseTo(6, 6);
  for (let n = 0; n < 97; n++) successions.count(0, 7, 2);
  // The mean of all would be 2.12.
  expect(successions.wait(0)).toBeLessThan(2.05);
  successions.clear(0);
  successions.count(0, 7, 5);
  expect([successions.wait(0), successions.known(0)]).toEqual([5, 1]);
});

test('a row keeps what is known of it when the table grows, and takes it along when it moves', () => {
  const successions = new Successions(3, 9);
  for (let row = 0; row < 1_000; row++) {
    successions.clear(row);
    for (const id of [row, row, 7_000 + row]) successions.count(row, id, row);
  }
  for (const row of [0, 63, 64, 500, 999])
    expect([all(successions, row), successions.wait(row)]).toEqual([
      [
        [row, 2 / 3],
        [7_000 + row, 1 / 3],
      ],
      row,
    ]);
  successions.move(5, 2_000);
  successions.clear(5);
  expect([successions.known(2_000), successions.likeliest(2_000), successions.known(5)]).toEqual([3, 5, 0]);
});
