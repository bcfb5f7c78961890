import { expect, test } from 'vitest';
import { IdRing } from './id-ring.ts';

/** From the oldest to the newest. */
function content(ring: IdRing): number[] {
  const ids: number[] = [];
  for (let id = ring.hand; id >= 0 && !ids.includes(id); id = ring.newer(id)) ids.push(id);
  return ids;
}

function ringOf(...ids: number[]): IdRing {
  const ring = new IdRing(10);
  for (const id of ids) ring.insertBehindHand(id);
  return ring;
}

test('newcomers stand behind the hand, wherever it is', () => {
  const ring = ringOf(1, 2, 3);
  ring.hand = 2;
  ring.insertBehindHand(4);
  expect(content(ring)).toEqual([2, 3, 1, 4]);
});

test('removal leaves the order of the others; from under the hand it moves the hand to the next newer', () => {
  const ring = ringOf(1, 2, 3, 4);
  ring.remove(3);
  expect(content(ring)).toEqual([1, 2, 4]);
  ring.remove(1);
  expect(content(ring)).toEqual([2, 4]);
});

test('a ring can be emptied and filled again', () => {
  const ring = ringOf(1, 2);
  ring.remove(1);
  ring.remove(2);
  expect(ring.hand).toBe(-1);
  ring.insertBehindHand(3);
  ring.insertBehindHand(1);
  expect(content(ring)).toEqual([3, 1]);
});
