import { expect, test } from 'vitest';
import { generate } from '../runners/generate.ts';
import { Popularity } from './popularity.ts';
import { fitZipf } from './zipf-fit.ts';

const powerLaw = (exponent: number, keys: number, first: number) =>
  Array.from({ length: keys }, (_, i) => first * (i + 1) ** -exponent);

test.each([0.5, 1, 1.4])('a pure power law of exponent %s is found', exponent => {
  const fit = fitZipf(powerLaw(exponent, 1_000, 1e7))!;
  expect(fit.exponent).toBeCloseTo(exponent, 4);
  expect(fit.rSquared).toBe(1);
  expect(fit.toRank).toBe(1_000);
});

test('keys with fewer than ten requests are not looked at', () => {
  // 10^4 / rank is at least 10 up to rank 1,000; what comes after it is no power law at all.
  const frequencies = [...powerLaw(1, 1_000, 1e4), ...Array<number>(50_000).fill(1)];
  expect(fitZipf(frequencies)).toMatchObject({ toRank: 1_000, exponent: 1 });
});

test('equal frequencies have exponent 0, and fewer than a hundred keys none', () => {
  expect(fitZipf(Array<number>(100).fill(50))).toEqual({ exponent: 0, rSquared: 1, toRank: 100 });
  expect(fitZipf(Array<number>(99).fill(50))).toBeNull();
  expect(fitZipf([...Array<number>(99).fill(50), 9])).toBeNull();
});

test.each([0.7, 1.1])('the exponent %s of a generated workload is found to 3 %%', alpha => {
  const { universe, batches } = generate(`zipf:alpha=${alpha},keys=5000`, 300_000, 1);
  const popularity = new Popularity(universe);
  for (const batch of batches) popularity.take(batch);
  const { exponent } = popularity.result().zipf!;
  expect(Math.abs(exponent / alpha - 1)).toBeLessThan(0.03);
});
