import { expect, test } from 'vitest';
import { LearningRate } from './learning-rate.ts';

/** The rates after samples of ten requests with so many hits each. */
function rates(first: number, ...hits: readonly number[]): number[] {
  const rate = new LearningRate(first, 10, { random: () => 0.5 });
  return hits.map(count => {
    for (let request = 0; request < 10; request++) rate.observe(request < count);
    return rate.value;
  });
}

test('it goes on in the direction in which the hit ratio rose', () => {
  // The first change is from 0 to 0.5, and the hit ratio rises: + 0.5 × 0.5. Then it rises again: + 0.75 × 0.25.
  expect(rates(0.5, 3, 4)).toEqual([0.75, 0.9375]);
  // It falls after a change upwards: - 0.75 × 0.25; then after one downwards of 0.1875: + 0.5625 × 0.1875.
  expect(rates(0.5, 3, 2, 1)).toEqual([0.75, 0.5625, 0.66796875]);
});

test('it stays above a thousandth, and is drawn anew after ten samples at rest without a rise', () => {
  // 1 - 1 × 1 would be 0.
  expect(rates(1, 0)[0]).toBe(0.001);
  const resting = rates(0.001, ...Array<number>(40).fill(0));
  // Going down it cannot leave 0.001, so that it rests from the second sample on: redrawn after the eleventh.
  expect(resting.slice(0, 10)).toEqual(Array(10).fill(0.001));
  expect(resting[10]).toBeCloseTo(0.001 + 0.999 * 0.5, 12);
});
