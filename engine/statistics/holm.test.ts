import { expect, it } from 'vitest';
import { holm } from './holm.ts';

it('multiplies the smallest by their number, the next by one less, and never falls', () => {
  // 4 × 0.005 = 0.02; 3 × 0.01 = 0.03; 2 × 0.03 = 0.06; 1 × 0.04 is less than 0.06.
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  const expected = [0.03, 0.06, 0.06, 0.02];
  for (const [i, each] of adjusted.entries()) expect(each).toBeCloseTo(expected[i]!, 12);
});

it('a single one is left as it is, and none exceeds 1', () => {
  expect(holm([0.04])).toEqual([0.04]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});
