import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from './numbers.ts';

function decimalOf(text: string): number {
  const bytes = new TextEncoder().encode(`[${text}]`);
  return decimal(bytes, 1, bytes.length - 1);
}

test('decimal numbers are read to the nearest double, whatever their form', () => {
  const plain = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
  const fixed = fc.double({ min: 0, max: 1e6, noNaN: true }).map(value => value.toFixed(6));
  const whole = fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String);
  fc.assert(
    fc.property(fc.oneof(plain, fixed, whole), text => {
      expect(decimalOf(text)).toBe(Number(text));
    }),
    { numRuns: 500 },
  );
});

test.each(['', 'abc', '1x', '1.2.3', '0x10', 'Infinity', 'NaN', '-', '.', '1e', ' 1', '1,5'])(
  '"%s" is no decimal number',
  text => {
    expect(decimalOf(text)).toBeNaN();
  },
);

test.each([
  ['5.', 5],
  ['.5', 0.5],
  ['-3', -3],
  ['+3', 3],
  ['1e3', 1000],
  ['007', 7],
])('"%s" is a decimal number', (text, value) => {
  expect(decimalOf(text)).toBe(value);
});
