import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ROW } from './bounded-rows.ts';
import { HashedRows, type RowContents } from './hashed-rows.ts';

/** Remembers in each row to which hash it was given. */
class Owners implements RowContents {
  readonly cleared: number[] = [];
  readonly hashes: number[] = [];

  clear(row: number): void {
    this.cleared.push(row);
  }

  move(from: number, to: number): void {
    this.hashes[to] = this.hashes[from]!;
  }
}

test.each([
  [1, 1],
  [3, 3],
  [4, 4],
  [11, 8],
  [131_072, 131_072],
  // 249 sets and half a set, twice as many five times.
  [31_903, 31_872],
])('a table of at most %i rows has up to %i, in sets of up to four', (limit, rows) => {
  expect(new HashedRows(limit, new Owners()).limit).toBe(rows);
});

test('each set keeps the hashes that were claimed last, negative ones too', () => {
  const steps = fc.array(fc.record({ hash: fc.integer({ min: -9, max: 9 }), claims: fc.boolean() }), { maxLength: 80 });
  fc.assert(
    fc.property(steps, list => {
      // Two sets: of even and of odd hashes.
      const owners = new Owners();
      const rows = new HashedRows(8, owners);
      const kept: number[][] = [[], []];
      for (const { hash, claims } of list) {
        const set = kept[hash & 1]!;
        assert.equal(rows.of(hash) !== NO_ROW, set.includes(hash));
        if (!claims) continue;
        const row = rows.claim(hash);
        assert.deepEqual(owners.cleared.splice(0), set.includes(hash) ? [] : [row]);
        assert.equal(rows.of(hash), row);
        kept[hash & 1] = [hash, ...set.filter(each => each !== hash)].slice(0, 4);
      }
      const taken = kept.flat().map(hash => rows.of(hash));
      assert.equal(new Set(taken).size, taken.length);
    }),
    { numRuns: 200 },
  );
});

test('it begins small, loses nothing as it grows, and grows to its limit and not beyond', () => {
  const owners = new Owners();
  const rows = new HashedRows(4_096, owners);
  const claim = (hash: number) => {
    owners.hashes[rows.claim(hash)] = hash;
  };
  for (let hash = 0; hash < 512; hash++) claim(hash);
  expect(Math.max(...owners.cleared)).toBe(511);
  for (let hash = 512; hash < 4_096; hash++) claim(hash);
  for (let hash = 0; hash < 4_096; hash++) expect(owners.hashes[rows.of(hash)]).toBe(hash);
  for (let hash = 4_096; hash < 6_000; hash++) claim(hash);
  expect(Math.max(...owners.cleared)).toBe(4_095);
  // The newest of each set have taken the rows of the oldest.
  expect([rows.of(0), rows.of(2_500) === NO_ROW, owners.hashes[rows.of(5_999)]]).toEqual([NO_ROW, false, 5_999]);
});
