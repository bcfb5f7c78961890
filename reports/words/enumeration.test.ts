import { expect, test } from 'vitest';
import { capitalized, enumerate } from './enumeration.ts';

test('names stand in a row, the last behind "and"', () => {
  expect(['', 'a', 'a b', 'a b c'].map(each => enumerate(each.split(' ').filter(Boolean)))).toEqual([
    ...['', 'a', 'a and b', 'a, b and c'],
  ]);
});

test('of too many, the rest is counted, unless it is a single one', () => {
  expect(enumerate(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 others');
  expect(enumerate(['a', 'b', 'c'], 2)).toBe('a, b and c');
});

test('a sentence begins with a capital letter, and nothing stays nothing', () => {
  expect([capitalized('two words'), capitalized('')]).toEqual(['Two words', '']);
});
