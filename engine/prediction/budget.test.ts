import { expect, it } from 'vitest';
import { Budget } from './budget.ts';

it('lets as many begin as a second brings, and what was not spent is kept for a second', () => {
  const budget = new Budget(2);
  expect([0, 0, 0].map(at => budget.spend(at))).toEqual([true, true, false]);
  expect([0.25, 0.5, 0.75].map(at => budget.spend(at))).toEqual([false, true, false]);
  // 9.5 seconds bring 19, of which 2 are kept.
  expect([10, 10, 10].map(at => budget.spend(at))).toEqual([true, true, false]);
});

it('below one a second, lets one begin when it is whole', () => {
  const budget = new Budget(0.5);
  expect([0, 1, 2, 3].map(at => budget.spend(at))).toEqual([true, false, true, false]);
});
