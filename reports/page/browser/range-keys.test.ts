import { expect, it } from 'vitest';
import { rangeAfterKey, rangeOver } from './range-keys.ts';

const right = { key: 'ArrowRight', shiftKey: false };
const left = { key: 'ArrowLeft', shiftKey: false };
const wider = { key: 'ArrowRight', shiftKey: true };
const narrower = { key: 'ArrowLeft', shiftKey: true };

it('the first arrow selects the first tenth of the run', () => {
  expect(rangeAfterKey(null, left, 99)).toEqual([0, 10]);
});

it('arrows move a range by a tenth of its length, as far as there is a run', () => {
  expect(rangeAfterKey([10, 49], right, 99)).toEqual([14, 53]);
  expect(rangeAfterKey([2, 41], left, 99)).toEqual([0, 39]);
  expect(rangeAfterKey([58, 97], right, 99)).toEqual([60, 99]);
  expect(rangeAfterKey([3, 5], right, 99)).toEqual([4, 6]);
});

it('with Shift only the end moves, and leaves two windows at least', () => {
  expect(rangeAfterKey([3, 5], wider, 99)).toEqual([3, 6]);
  expect(rangeAfterKey([3, 4], narrower, 99)).toEqual([3, 4]);
  expect(rangeAfterKey([90, 99], wider, 99)).toEqual([90, 99]);
});

it('other keys mean nothing', () => {
  expect(rangeAfterKey([3, 5], { key: 'a', shiftKey: false }, 99)).toBeUndefined();
});

it('a drag within one window selects two, also at the end of the run', () => {
  expect(rangeOver(4, 4, 9)).toEqual([4, 5]);
  expect(rangeOver(9, 9, 9)).toEqual([8, 9]);
});
