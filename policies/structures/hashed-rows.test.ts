import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ROW } from './bounded-rows.ts';
import { HashedRows } from './hashed-rows.ts';

test.each([
  [1, 1],
  [3, 3],
  [4, 4],
  [11, 8],
])('a table of at most %i rows has %i, in sets of up to four', (limit, length) => {
  expect(new HashedRows(limit).length).toBe(length);
});

test('each set keeps the hashes that were claimed last, negative ones too', () => {
  const steps = fc.array(fc.record({ hash: fc.integer({ min: -9, max: 9 }), claims: fc.boolean() }), { maxLength: 80 });
  fc.assert(
    fc.property(steps, list => {
      // Two sets: of even and of odd hashes.
      const rows = new HashedRows(8);
      const kept: number[][] = [[], []];
      for (const { hash, claims } of list) {
        const set = kept[hash & 1]!;
        assert.equal(rows.of(hash) !== NO_ROW, set.includes(hash));
        if (!claims) continue;
        const cleared: number[] = [];
        const row = rows.claim(hash, each => cleared.push(each));
        assert.deepEqual(cleared, set.includes(hash) ? [] : [row]);
        assert.equal(rows.of(hash), row);
        kept[hash & 1] = [hash, ...set.filter(each => each !== hash)].slice(0, 4);
      }
      const taken = kept.flat().map(hash => rows.of(hash));
      assert.equal(new Set(taken).size, taken.length);
    }),
    { numRuns: 200 },
  );
});
