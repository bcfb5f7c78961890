import { expect, it } from 'vitest';
import { populationCount } from './population-count.ts';

it.each([
  [0, 0],
  [1, 1],
  [-1, 32],
  [1 << 31, 1],
  [0x55555555, 16],
  [0x7fffffff, 31],
  // 1 + 2 + 2 + 3 + 1 + 2 + 2 + 3 ones in the digits 8, 9, a, b, 1, 3, 5 and 7.
  [0x89ab1357 | 0, 16],
])('%i has %i one bits', (word, bits) => {
  expect(populationCount(word)).toBe(bits);
});
