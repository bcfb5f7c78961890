import { expect, it } from 'vitest';
import { isSampled } from './sampling.ts';

it.each(['user:', 'k', ''])('a rate draws about that share of keys that differ in their last digits: %s…', prefix => {
  const keys = Array.from({ length: 20_000 }, (_, n) => `${prefix}${n}`);
  for (const rate of [0.01, 0.1, 0.5]) {
    const drawn = keys.filter(key => isSampled(key, rate)).length;
    // Four standard deviations of a binomial.
    expect(Math.abs(drawn - 20_000 * rate)).toBeLessThan(4 * Math.sqrt(20_000 * rate * (1 - rate)));
  }
});

it('a key that is in at one rate is in at every higher one', () => {
  for (let n = 0; n < 2_000; n++) if (isSampled(`${n}`, 0.2)) expect(isSampled(`${n}`, 0.3)).toBe(true);
  expect(isSampled('whatever', 1)).toBe(true);
});
