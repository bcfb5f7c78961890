import { expect, test } from 'vitest';
import { randomStream } from '../random.ts';
import { latinHypercube, shuffled } from './latin-hypercube.ts';

test('along each axis one point lies in each piece', () => {
  const rows = latinHypercube(10, 3, randomStream(1, 'test'));
  for (let axis = 0; axis < 3; axis++)
    expect(rows.map(row => Math.floor(10 * row[axis]!)).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('axes are drawn apart from each other, and seeds give other points', () => {
  const rows = latinHypercube(10, 2, randomStream(1, 'test'));
  expect(rows.map(row => Math.floor(10 * row[0]!))).not.toEqual(rows.map(row => Math.floor(10 * row[1]!)));
  expect(latinHypercube(10, 2, randomStream(1, 'test'))).toEqual(rows);
  expect(latinHypercube(10, 2, randomStream(2, 'test'))).not.toEqual(rows);
});

test('an order that is drawn has all items', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const mixed = shuffled(items, randomStream(3, 'test'));
  expect(mixed).not.toEqual(items);
  expect([...mixed].sort()).toEqual(items);
});
