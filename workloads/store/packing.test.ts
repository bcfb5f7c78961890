import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ColumnValues, pack, packingOf, unpack } from './packing.ts';

/** What comes back, through a buffer that begins with something else. */
function roundTrip(values: ColumnValues): ColumnValues {
  const packing = packingOf(values);
  const buffer = new ArrayBuffer(8 + 8 * values.length);
  pack(values, packing, buffer, 8);
  const back = new (values.constructor as new (length: number) => ColumnValues)(values.length);
  unpack(back, packing, buffer, 8);
  return back;
}

/** Arrays whose values lie close together as often as not. */
function near(value: fc.Arbitrary<number>, spread: number, lowest: number, highest: number) {
  const clamp = (x: number) => Math.min(highest, Math.max(lowest, x));
  return fc
    .tuple(value, fc.array(fc.integer({ min: 0, max: spread }), { minLength: 1, maxLength: 30 }))
    .map(([base, steps]) => steps.map(step => clamp(base + step)));
}

const spreads = [0, 255, 256, 65_535, 65_536, 2 ** 31 - 1];

it('gives back the same numbers, whatever they are', () => {
  for (const spread of spreads) {
    fc.assert(
      fc.property(near(fc.integer(), spread, -(2 ** 31), 2 ** 31 - 1), values => {
        expect(roundTrip(Int32Array.from(values))).toEqual(Int32Array.from(values));
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(near(fc.maxSafeInteger(), 4 * spread, -(2 ** 53), 2 ** 53), values => {
        expect(roundTrip(Float64Array.from(values))).toEqual(Float64Array.from(values));
      }),
      { numRuns: 50 },
    );
  }
  fc.assert(
    fc.property(fc.oneof(fc.float64Array({ minLength: 1 }), fc.uint8Array({ minLength: 1 })), values => {
      expect(roundTrip(values)).toEqual(values);
    }),
  );
});

it.each([
  // One value needs no bytes, a range of 2^8 no longer fits one, and so on.
  [[7, 7, 7], { width: 0, base: 7 }],
  [[-3, 252], { width: 1, base: -3 }],
  [[-3, 253], { width: 2, base: -3 }],
  [[1e12, 1e12 + 65_535], { width: 2, base: 1e12 }],
  [[1e12, 1e12 + 65_536], { width: 4, base: 1e12 }],
  [[0, 2 ** 32 - 1], { width: 4, base: 0 }],
  [[0, 2 ** 32], { width: 8, base: 0 }],
  // What integers cannot hold.
  [[0, -0], { width: 8, base: 0 }],
  [[0.5], { width: 8, base: 0 }],
  [[2 ** 53], { width: 8, base: 0 }],
  [[Number.NaN], { width: 8, base: 0 }],
  [[Number.POSITIVE_INFINITY], { width: 8, base: 0 }],
] as const)('takes the narrowest form for %j', (values, packing) => {
  expect(packingOf(Float64Array.from(values))).toEqual(packing);
});
