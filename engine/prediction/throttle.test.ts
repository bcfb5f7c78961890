import { describe, expect, it } from 'vitest';
import { confidenceClass, Throttle } from './throttle.ts';

it('proposals fall into ten classes by confidence', () => {
  expect([-1, 0, 0.09, 0.1, 0.55, 0.999, 1, 2].map(confidenceClass)).toEqual([0, 0, 0, 1, 5, 9, 9, 9]);
});

describe('a class of proposals', () => {
  const outcomes = (throttle: Throttle, list: readonly boolean[], which = 3) => {
    for (const useful of list) throttle.outcome(which, useful);
    return throttle.allows(which);
  };
  const many = (count: number, useful: boolean) => Array.from({ length: count }, () => useful);

  it('is trusted once ten outcomes are known and more than half were useful', () => {
    const throttle = new Throttle(100, 10);
    expect(throttle.allows(3)).toBe(false);
    expect(outcomes(throttle, many(9, true))).toBe(false);
    expect(outcomes(throttle, [true])).toBe(true);
    expect(throttle.allows(4)).toBe(false);
  });

  it('stays trusted between the two thresholds, and loses it below the lower one', () => {
    const throttle = new Throttle(100, 10);
    // 10 of 20 is not above a half, 11 of 21 is.
    expect(outcomes(throttle, many(10, false).concat(many(10, true)))).toBe(false);
    expect(outcomes(throttle, [true])).toBe(true);
    // 11 of 27 is 0.407, of 28 is 0.393.
    expect(outcomes(throttle, many(6, false))).toBe(true);
    expect(outcomes(throttle, [false])).toBe(false);
  });

  it('forgets: after a thousand failures some hundred successes are enough', () => {
    const throttle = new Throttle(100, 10);
    outcomes(throttle, many(1_000, false));
    // The average rises by a hundredth of what is missing: 1 − 0.99^n exceeds a half at n = 69.
    expect(outcomes(throttle, many(68, true))).toBe(false);
    expect(outcomes(throttle, [true])).toBe(true);
  });
});

describe('a proposal that was not fetched', () => {
  it('speaks for its class when it is asked for, once', () => {
    const throttle = new Throttle(100, 20);
    for (let id = 0; id < 10; id++) throttle.writeDown(id, 5);
    for (let id = 0; id < 9; id++) throttle.requested(id);
    throttle.requested(0);
    expect(throttle.allows(5)).toBe(false);
    throttle.requested(9);
    expect(throttle.allows(5)).toBe(true);
  });

  it('speaks against it when as many later ones wait as the memory holds', () => {
    const throttle = new Throttle(100, 4);
    for (let n = 0; n < 11; n++) throttle.outcome(2, true);
    expect(throttle.allows(2)).toBe(true);
    // The first four wait; each further one takes the place of the oldest: 11 of 28 is below 0.4 after 17.
    for (let id = 0; id < 4 + 16; id++) throttle.writeDown(id, 2);
    expect(throttle.allows(2)).toBe(true);
    throttle.writeDown(20, 2);
    expect(throttle.allows(2)).toBe(false);
    // One that waits already takes nobody's place.
    throttle.writeDown(20, 2);
  });

  it('speaks against it when its id goes to another key, and no longer for it', () => {
    const throttle = new Throttle(100, 20);
    outcomesOf(throttle, 11);
    for (let id = 0; id < 17; id++) throttle.writeDown(id, 2);
    for (let id = 0; id < 16; id++) throttle.forget(id);
    expect(throttle.allows(2)).toBe(true);
    // 11 of 28.
    throttle.forget(16);
    throttle.forget(17);
    expect(throttle.allows(2)).toBe(false);
    for (let n = 0; n < 99; n++) throttle.requested(n % 17);
    expect(throttle.allows(2)).toBe(false);
  });
});

function outcomesOf(throttle: Throttle, useful: number): void {
  for (let n = 0; n < useful; n++) throttle.outcome(2, true);
}
