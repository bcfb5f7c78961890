import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MajorityTrend } from './majority-trend.ts';

/** The same by counting all values in each window. */
function naive(differences: readonly number[], history: number, shortest: number): number | null {
  const kept = differences.slice(-history);
  for (let length = shortest; length <= kept.length; length *= 2) {
    const window = kept.slice(-length);
    const winner = window.find(value => 2 * window.filter(each => each === value).length > length);
    if (winner !== undefined) return winner;
  }
  return null;
}

it('finds what more than half of the latest differences are, in the shortest window that has such', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(1, 2, -3), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 2, max: 16 }),
      fc.integer({ min: 2, max: 6 }),
      (differences, history, shortest) => {
        const trend = new MajorityTrend(history);
        let last = Number.NaN;
        for (let count = 1; count <= differences.length; count++) {
          trend.add(differences[count - 1]!);
          trend.find(shortest);
          last = naive(differences.slice(0, count), history, shortest) ?? last;
          expect(trend.value).toBe(last);
        }
      },
    ),
    { numRuns: 200 },
  );
});

it('says what share the trend has: where it was found, or of all when it was not found again', () => {
  const trend = new MajorityTrend(8);
  const shares = [5, 5, 5, 1, 2, 5].map(difference => {
    trend.add(difference);
    trend.find(4);
    return trend.share;
  });
  // Four are needed: 5 5 5 1 has three fives. Then 5 5 1 2 has two only, and 3 of all 5 are; then 5 1 2 5, 4 of 6.
  expect(shares).toEqual([0, 0, 0, 3 / 4, 3 / 5, 4 / 6]);
});
