import { expect, test } from 'vitest';
import { CountedLists, NONE } from './counted-lists.ts';

const A = 1;
const B = 2;

function drain(lists: CountedLists, list: number): number[] {
  const ids: number[] = [];
  while (lists.length[list]! > 0) {
    ids.push(lists.tail(list));
    lists.remove(lists.tail(list));
  }
  return ids;
}

test('an id is in one list at a time, and enters it at the newest end', () => {
  const lists = new CountedLists(10, 2);
  for (const id of [1, 2, 3]) lists.moveToHead(id, A);
  lists.moveToHead(2, B);
  lists.moveToHead(1, A);
  expect([...lists.length]).toEqual([0, 2, 1]);
  expect([lists.where[1], lists.where[2], lists.where[3]]).toEqual([A, B, A]);
  expect(drain(lists, A)).toEqual([3, 1]);
  expect(drain(lists, B)).toEqual([2]);
});

test('an id that was taken out is nowhere, and to take it out again changes nothing', () => {
  const lists = new CountedLists(10, 1);
  lists.moveToHead(0, A);
  lists.moveToHead(1, A);
  lists.remove(0);
  lists.remove(0);
  expect(lists.where[0]).toBe(NONE);
  expect(lists.length[A]).toBe(1);
  expect(drain(lists, A)).toEqual([1]);
});
