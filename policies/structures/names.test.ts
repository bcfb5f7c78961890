import { expect, test } from 'vitest';
import { Names, NOBODY } from './names.ts';

test('ids are their own names until a number is given away, and then the old name is nobody’s', () => {
  const names = new Names(10);
  expect([names.of(7), names.idOf(7), names.idOf(NOBODY)]).toEqual([7, 7, NOBODY]);
  names.renew(7);
  const second = names.of(7);
  expect([names.idOf(7), names.idOf(second), names.idOf(8), names.idOf(NOBODY)]).toEqual([NOBODY, 7, 8, NOBODY]);
  names.renew(7);
  expect([names.idOf(second), names.idOf(names.of(7))]).toEqual([NOBODY, 7]);
});

test('names fit into 31 bits, however often numbers go from key to key', () => {
  const names = new Names(2 ** 28);
  const seen = Array.from({ length: 9 }, () => {
    names.renew(2 ** 28 - 1);
    return names.of(2 ** 28 - 1);
  });
  expect(new Set(seen).size).toBe(8);
  expect(Math.max(...seen)).toBe(2 ** 31 - 1);
});
