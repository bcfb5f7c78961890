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

test('where there is a row for every id nobody loses one, whatever is given back', () => {
  const rows = new BoundedRows(3, 5);
  const cleared: number[] = [];
  const claim = (id: number) => rows.claim(id, row => cleared.push(row));
  const taken = [2, 0, 1].map(claim);
  expect(new Set(taken).size).toBe(3);
  rows.release(0);
  expect([rows.of(0), rows.nextLoser]).toEqual([NO_ROW, -1]);
  expect(claim(2)).toBe(taken[0]);
  expect(claim(0)).toBe(taken[1]);
  expect(rows.owner[taken[1]!]).toBe(0);
  expect(cleared).toEqual([...taken, taken[1]]);
  expect(rows.nextLoser).toBe(-1);
});
