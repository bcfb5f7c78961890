import { expect, test } from 'vitest';
import { paretoFront } from './front.ts';

test('on the front is what nothing surpasses with as little memory', () => {
  const items = [
    { name: 'a', capacity: 10, cost: 5, value: 3 },
    { name: 'b', capacity: 20, cost: 4, value: 2 },
    { name: 'c', capacity: 20, cost: 9, value: 2.5 },
    { name: 'd', capacity: 30, cost: 3, value: 2 },
    { name: 'e', capacity: 40, cost: 9, value: 1 },
  ];
  const names = (memory: 'capacity' | 'cost') => paretoFront(items, each => each.value, memory).map(each => each.name);
  expect(names('capacity')).toEqual(['a', 'b', 'e']);
  expect(names('cost')).toEqual(['d', 'e']);
});
