import { expect, it } from 'vitest';
import { normalBelow, studentBeyond, studentQuantile } from './distributions.ts';

it.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1.959963984540054, 0.025],
  [2.5758293035489004, 0.995],
  [-3.719016485455709, 0.0001],
])('a standard normal lies below %d with the probability in the tables', (x, probability) => {
  expect(normalBelow(x)).toBeCloseTo(probability, 12);
});

// Two-sided 5 % points, from the tables of the t distribution.
it.each([
  [1, 12.706204736],
  [2, 4.30265273],
  [4, 2.776445105],
  [5, 2.570581836],
  [9, 2.262157163],
  [19, 2.093024054],
  [60, 2.000297822],
])('with %d degrees of freedom a twentieth of all values of t lies beyond %d', (freedom, t) => {
  expect(studentQuantile(0.05, freedom)).toBeCloseTo(t, 7);
  expect(studentBeyond(t, freedom)).toBeCloseTo(0.05, 8);
  expect(studentBeyond(-t, freedom)).toBe(studentBeyond(t, freedom));
});

it('with one degree of freedom t is a Cauchy variable, with two it has a closed form', () => {
  expect(studentBeyond(3, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(3), 14);
  expect(studentBeyond(3, 2)).toBeCloseTo(1 - 3 / Math.sqrt(2 + 9), 14);
});

it('nothing lies beyond an infinite t', () => {
  expect(studentBeyond(Number.POSITIVE_INFINITY, 9)).toBe(0);
});
