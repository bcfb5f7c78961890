import { expect, it } from 'vitest';
import { sizesAtBends } from './bends.ts';

/** Sizes 1, 2, 4 … 2 ^ 60, evenly spaced on a logarithmic axis. */
const SIZES = Array.from({ length: 61 }, (_, i) => 2 ** i);
const curve = (missRatio: (power: number) => number) =>
  SIZES.map((capacity, power) => ({ capacity, missRatio: missRatio(power) }));
const powers = (sizes: readonly number[]) => sizes.map(Math.log2);

it('a straight curve is shown by sizes evenly spaced', () => {
  // Ten from 0 to 60, rounded.
  expect(
    powers(
      sizesAtBends(
        curve(power => 1 - power / 60),
        28,
      ),
    ),
  ).toEqual([0, 7, 13, 20, 27, 33, 40, 47, 53, 60]);
});

it('a cliff gets its two edges, so that nothing is drawn as a slope that is none', () => {
  const sizes = powers(
    sizesAtBends(
      curve(power => (power < 37 ? 1 : 0)),
      28,
    ),
  );
  expect(sizes).toEqual([0, 7, 13, 20, 27, 33, 36, 37, 40, 47, 53, 60]);
});

it('no more sizes are chosen than are wanted, those that show the most first', () => {
  // Two steps: the higher one, at 44, is shown before the lower one, at 16.
  const steps = curve(power => (power < 16 ? 1 : power < 44 ? 0.9 : 0));
  expect(powers(sizesAtBends(steps, 12))).toEqual([0, 7, 13, 20, 27, 33, 40, 43, 44, 47, 53, 60]);
  expect(powers(sizesAtBends(steps, 28))).toContain(15);
});

it('of a few sizes all there are', () => {
  expect(sizesAtBends([{ capacity: 1, missRatio: 0.5 }], 28)).toEqual([1]);
  expect(sizesAtBends(curve(() => 0.5).slice(0, 3), 28)).toEqual([1, 2, 4]);
});
