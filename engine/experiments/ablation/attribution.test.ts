import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random.ts';
import { averageChanges, firstEffect, lastEffect, setsOf, wholeChanges } from './attribution.ts';
import { ordersOf } from './orders.ts';

const FREE = [-1, -1, -1];
const all = (after: readonly number[]) => ordersOf(after, 1, randomStream(1, 'x'));
const average = (after: readonly number[], value: (set: number) => number) =>
  averageChanges(all(after), after.length, value);

describe('the average over all orders', () => {
  it('of the glove game is that of the textbook: one left glove is worth four times a right one of two', () => {
    // A pair needs glove 0 and one of 1 and 2: Shapley values 2/3, 1/6, 1/6.
    const value = (set: number) => (set & 1 && set & 6 ? 1 : 0);
    const [left, right, other] = average(FREE, value);
    expect(left).toBeCloseTo(2 / 3, 12);
    expect(right).toBeCloseTo(1 / 6, 12);
    expect(other).toBeCloseTo(1 / 6, 12);
  });

  it('of choices that do not depend on each other is what each does alone, first or last', () => {
    const alone = [5, -3, 11];
    const value = (set: number) => alone.reduce((sum, each, i) => sum + (set & (1 << i) ? each : 0), 7);
    expect(average(FREE, value)).toEqual(alone);
    for (const [i, each] of alone.entries()) {
      expect(firstEffect(i, FREE, value)).toBe(each);
      expect(lastEffect(i, FREE, value)).toBe(each);
    }
  });

  it('gives what two do together only to both, and all of it to the one that must come second', () => {
    const value = (set: number) => ((set & 3) === 3 ? 6 : 0);
    expect(average(FREE, value)).toEqual([3, 3, 0]);
    expect(average([-1, 0, -1], value)).toEqual([0, 6, 0]);
    expect(average([1, -1, -1], value)).toEqual([6, 0, 0]);
  });
});

it('first and last effects are those of the earliest and the latest possible moment', () => {
  // Choice 1 must wait for choice 0; a set is worth the square of its number.
  const after = [-1, 0, -1];
  const value = (set: number) => set * set;
  expect(firstEffect(1, after, value)).toBe(9 - 1);
  expect(lastEffect(0, after, value)).toBe(25 - 16);
  expect(firstEffect(2, after, value)).toBe(16);
  expect(lastEffect(2, after, value)).toBe(49 - 9);
});

it('the sets are all that orders pass through and effects ask for, from none to all', () => {
  expect(setsOf(all(FREE), FREE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  // Without 1 before 0: neither {1} nor {1, 2}.
  expect(setsOf(all([-1, 0, -1]), [-1, 0, -1])).toEqual([0, 1, 3, 4, 5, 7]);
  // Of the orders that were drawn, the way 3, 2, 1, 0 among four does not pass through {0, 2}.
  const way = [0, 8, 12, 14].map((set, i) => ({ set, choice: 3 - i, orders: 1 }));
  const sets = setsOf({ passages: way, count: 1, exact: false }, [-1, -1, -1, -1]);
  expect(sets).not.toContain(5);
  expect(sets).toEqual([0, 1, 2, 4, 7, 8, 11, 12, 13, 14, 15]);
});

describe('whole shares', () => {
  it('are rounded so that they add up, the largest remainders up', () => {
    // The glove game with 10 at stake: 20/3, 5/3, 5/3; 6 + 1 + 1 and one each for the first two of equal remainders.
    const value = (set: number) => (set & 1 && set & 6 ? 10 : 0);
    expect(wholeChanges(all(FREE), 3, value)).toEqual([7, 2, 1]);
    // −1/2 each: rounded down to −1, −1, and one is given back.
    expect(wholeChanges(all([-1, -1]), 2, set => (set === 3 ? -1 : 0))).toEqual([0, -1]);
  });

  it('add up exactly to what all orders change, whatever the values', () => {
    const values = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(values, table => {
        const orders = all([-1, 0, -1, -1, -1, -1]);
        const shares = wholeChanges(orders, 6, set => table[set]!);
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(table[63]! - table[0]!);
        const averages = averageChanges(orders, 6, set => table[set]!);
        for (const [i, share] of shares.entries()) expect(Math.abs(share - averages[i]!)).toBeLessThan(1.01);
      }),
      { numRuns: 30 },
    );
  });
});
