import { expect, test } from 'vitest';
import { type IdList, Links } from './links.ts';

function pair(): [IdList, IdList, Links] {
  const links = new Links(10, 2);
  return [links.list(), links.list(), links];
}

test('an id moves between two lists over the same links', () => {
  const [a, b] = pair();
  for (const id of [1, 2, 3]) a.pushHead(id);
  a.unlink(2);
  b.pushHead(2);
  b.pushTail(4);
  expect([...a]).toEqual([1, 3]);
  expect([...b]).toEqual([4, 2]);
});

test('an empty list has its sentinel for head and tail', () => {
  const [list] = pair();
  list.pushHead(7);
  expect([list.head, list.tail, list.empty]).toEqual([7, 7, false]);
  list.unlink(7);
  expect([list.head, list.tail, list.empty]).toEqual([list.sentinel, list.sentinel, true]);
});

test('neighbours are named in both directions', () => {
  const [list] = pair();
  for (const id of [1, 2, 3]) list.pushHead(id);
  list.moveToHead(1);
  expect([list.newer(2), list.newer(3), list.newer(1)]).toEqual([3, 1, list.sentinel]);
  expect([list.older(1), list.older(3), list.older(2)]).toEqual([3, 2, list.sentinel]);
});

test('an id is put next to a member on the side of the tail', () => {
  const [list] = pair();
  for (const id of [1, 2, 3]) list.pushHead(id);
  list.insertBelow(4, 3);
  list.insertBelow(5, 1);
  expect([...list]).toEqual([5, 1, 2, 4, 3]);
  expect(list.tail).toBe(5);
});

test('links refuse more lists than they were made for', () => {
  const [, , links] = pair();
  expect(() => links.list()).toThrow('made for 2 lists');
});
