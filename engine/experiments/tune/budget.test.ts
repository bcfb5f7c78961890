import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import { type BudgetRequest, budgetOf, divide, sharesOf } from './budget.ts';

const base = resolveConfiguration({}, { keys: 1e4, bytes: null });
const of = (asked: BudgetRequest) => budgetOf(base, 'entries', asked);

describe('without prices', () => {
  const budget = of({});

  test('the default division uses the budget up', () => {
    expect(budget).toMatchObject({ capacity: 1600, cost: null });
    expect(divide(budget, budget.tiers, sharesOf(budget), 1)).toEqual([100, 500, 1000]);
  });

  test('fast room serves as slow room, and never the other way round', () => {
    // Half of the 100 of L1; half of the 550 that are left of L1 and L2; the rest.
    expect(divide(budget, budget.tiers, [0.5, 0.5], 1)).toEqual([50, 275, 1275]);
    expect(divide(budget, budget.tiers, [1, 1], 1)).toEqual([100, 500, 1000]);
    const [l1, l2, l3] = budget.tiers;
    expect(divide(budget, [l3!], [], 1)).toEqual([1600]);
    expect(divide(budget, [l2!], [], 1)).toEqual([600]);
    expect(divide(budget, [l1!], [], 1)).toEqual([100]);
    expect(divide(budget, [l1!, l3!], [1], 1)).toEqual([100, 1500]);
    expect(divide(budget, [l3!], [], 0.25)).toEqual([400]);
  });
});

describe('with prices', () => {
  test('more of a fast level is paid with room elsewhere, and capacity and cost both bound', () => {
    const budget = of({ prices: [10, 2, 1] });
    // 100, 500 and 1,000 entries cost 1,000 each.
    expect(budget).toMatchObject({ capacity: 1600, cost: 3000 });
    expect(divide(budget, budget.tiers, sharesOf(budget), 1)).toEqual([100, 500, 1000]);
    // L1 could have 299 when L2 and L3 get one each: half of that for 1,500; L2 then 749 at most; what is left buys 750 in L3.
    expect(divide(budget, budget.tiers, [0.5, 0.5], 1)).toEqual([150, 375, 750]);
    // One level: L3 is bound by the capacity, L1 by its price.
    expect(divide(budget, budget.tiers.slice(2), [], 1)).toEqual([1600]);
    expect(divide(budget, budget.tiers.slice(0, 1), [], 1)).toEqual([300]);
  });

  test('where all cost the same the capacity is the only bound, and with a cost there is no other', () => {
    const alike = of({ prices: [0.1, 0.1, 0.1] });
    expect(divide(alike, alike.tiers.slice(0, 1), [], 1)).toEqual([1600]);
    const paid = of({ total: { kind: 'cost', value: 1800 }, prices: [4, 1, 1] });
    expect(paid.capacity).toBeNull();
    // 449 entries of L1 at most, when one of L3 is left; 200 of them leave money for 1,000.
    expect(divide(paid, [paid.tiers[0]!, paid.tiers[2]!], [200 / 449], 1)).toEqual([200, 1000]);
  });
});

test('every level has room for one entry at least, or there is no such cache', () => {
  const budget = of({ total: { kind: 'capacity', value: 4 } });
  expect(divide(budget, budget.tiers, [0.99, 0.99], 1)!.every(each => each >= 1)).toBe(true);
  expect(divide(budget, budget.tiers, [0.5, 0.5], 0.5)).toBeNull();
});

test('a capacity grows or shrinks the levels together and loses no entry to rounding', () => {
  const budget = of({ total: { kind: 'capacity', value: 333 } });
  // A factor of 0.208: 20.8, 104 and 208.1.
  expect(budget.tiers.map(tier => tier.capacity)).toEqual([20, 104, 209]);
  expect(budget.capacity).toBe(333);
});
