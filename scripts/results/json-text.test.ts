import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

it('writes lists of plain values in one line, and everything else in lines of its own', () => {
  expect(jsonText({ counts: [1, 2, 3], levels: [{ name: 'L1' }], none: {}, empty: [] })).toBe(
    `{
  "counts": [1, 2, 3],
  "levels": [
    {
      "name": "L1"
    }
  ],
  "none": {},
  "empty": []
}`,
  );
});

it('breaks a list that is too long for 120 columns', () => {
  // `  "x": [` … `],`: 2 + 5 + 1 + 2 columns beside 22 numbers of 3 digits and their separators: 22 × 5 − 2 = 108.
  const lines = (length: number) => jsonText({ x: Array(length).fill(100) }).split('\n');
  expect(lines(22).map(line => line.length)).toEqual([1, 117, 1]);
  expect(lines(23)).toHaveLength(2 + 23 + 2);
});

it('means the same as any other JSON text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
