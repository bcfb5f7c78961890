import { expect, test } from 'vitest';
import { grown } from './grown.ts';

test.each([
  // At least twice as long, as long as is needed, and never longer than it may be.
  [4, 8],
  [50, 51],
  [99, 100],
])('a column that must have room for index %i has %i', (index, length) => {
  const longer = grown(Float64Array.of(1, 2, 3, 4), index, 100);
  expect(longer).toBeInstanceOf(Float64Array);
  expect(longer.length).toBe(length);
  expect([...longer.subarray(0, 5)]).toEqual([1, 2, 3, 4, 0]);
});

test('so does one whose double would be too long', () => {
  expect(grown(new Uint8Array(60), 60, 100).length).toBe(100);
});
