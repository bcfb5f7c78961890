import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './label-layout.ts';

test('labels that do not touch stay where they are', () => {
  expect(spreadLabels([10, 50, 90], 10, 0, 100)).toEqual([10, 50, 90]);
});

test('labels that touch part around their common middle', () => {
  // 49 and 51 around 50, each half a gap away.
  expect(spreadLabels([51, 49], 10, 0, 100)).toEqual([55, 45]);
});

test('labels at an edge are pushed inwards', () => {
  expect(spreadLabels([0, 0, 0], 10, 0, 100)).toEqual([0, 10, 20]);
  expect(spreadLabels([100, 100], 10, 0, 100)).toEqual([90, 100]);
});

test('wherever they are asked for, labels keep their order, their distance and the edges', () => {
  const positions = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(positions, wished => {
      const placed = spreadLabels(wished, 10, 0, 100);
      const sorted = [...placed].sort((a, b) => a - b);
      sorted.forEach((place, i) => {
        if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThan(10 - 1e-6);
        expect(place).toBeGreaterThan(-1e-6);
        expect(place).toBeLessThan(100 + 1e-6);
      });
      wished.forEach((a, i) => {
        wished.forEach((b, j) => {
          if (a < b) expect(placed[i]!).toBeLessThan(placed[j]!);
        });
      });
    }),
  );
});
