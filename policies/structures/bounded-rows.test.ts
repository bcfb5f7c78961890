import { expect, test } from 'vitest';
import { BoundedRows, NO_ROW } from './bounded-rows.ts';

test('a full table takes the row of the id that claimed least recently', () => {
  const rows = new BoundedRows(10, 2);
  const cleared: number[] = [];
  const claim = (id: number) => rows.claim(id, row => cleared.push(row));
  const first = claim(4);
  const second = claim(7);
  claim(4);
  expect(claim(9)).toBe(second);
  expect(rows.of(7)).toBe(NO_ROW);
  expect(rows.of(4)).toBe(first);
  expect(rows.owner[second]).toBe(9);
  expect(cleared).toEqual([first, second, second]);
});

test('a row that was given back is the next to be given away', () => {
  const rows = new BoundedRows(10, 2);
  const claim = (id: number) => rows.claim(id, () => {});
  const first = claim(1);
  claim(2);
  rows.release(2);
  rows.release(5);
  expect(rows.of(2)).toBe(NO_ROW);
  expect(claim(3)).not.toBe(first);
  expect(rows.of(1)).toBe(first);
});
