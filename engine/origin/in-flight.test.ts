import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEMAND, InFlight, PREFETCH } from './in-flight.ts';

test('fetches are done in the order of their ends, of equal ones in the order in which they began', () => {
  const steps = fc.array(fc.record({ id: fc.nat(5), doneAt: fc.nat(9), takes: fc.boolean() }), { maxLength: 80 });
  fc.assert(
    fc.property(steps, list => {
      const inFlight = new InFlight(6);
      let naive: { id: number; doneAt: number; turn: number }[] = [];
      for (const [turn, { id, doneAt, takes }] of list.entries()) {
        if (takes && naive.length > 0) {
          const first = naive.reduce((a, b) => (b.doneAt < a.doneAt ? b : a));
          naive = naive.filter(each => each !== first);
          const taken = inFlight.take();
          assert.deepEqual([taken.id, taken.doneAt], [first.id, first.doneAt]);
        } else {
          inFlight.begin(id, DEMAND, doneAt);
          naive.push({ id, doneAt, turn });
        }
        assert.equal(inFlight.count, naive.length);
        assert.equal(inFlight.nextDone, Math.min(...naive.map(each => each.doneAt)));
        for (let each = 0; each < 6; each++) {
          const last = naive.filter(fetch => fetch.id === each).at(-1);
          assert.equal(inFlight.of(each)?.doneAt, last?.doneAt);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('whose data changed, nobody joins, and all fetches of it are unwanted', () => {
  const inFlight = new InFlight(2);
  inFlight.begin(0, DEMAND, 3);
  inFlight.begin(0, PREFETCH, 1);
  inFlight.begin(1, DEMAND, 2);
  inFlight.forsake(0);
  expect(inFlight.of(0)).toBeNull();
  expect(inFlight.of(1)?.doneAt).toBe(2);
  // What begins afterwards brings the new data.
  inFlight.begin(0, DEMAND, 4);
  expect(inFlight.of(0)?.doneAt).toBe(4);
  expect([1, 2, 3, 4].map(() => inFlight.take().wanted)).toEqual([false, true, false, true]);
  expect(inFlight.peak).toBe(4);
});
