import { beforeEach, expect, it } from 'vitest';
import { DeadlineHeap } from './deadlines.ts';
import { Expiry } from './expiry.ts';

const ENDS = [30, 10, 20, 40];
let expiry: Expiry;

beforeEach(() => {
  expiry = new Expiry(new DeadlineHeap(ENDS.length, id => ENDS[id]!), ENDS.length, 2);
});

/** All four wait; then the lifetimes of the first two to end do, id 1 in store 0 and id 2 in store 1. */
function buryTwo(): void {
  for (const id of ENDS.keys()) expiry.add(id);
  for (const store of [0, 1]) expiry.bury(expiry.takeFirst(), store);
}

it('says whether a lifetime may end first, and which ends next', () => {
  expect(expiry.next()).toBe(Number.POSITIVE_INFINITY);
  expect([0, 1, 2, 3].map(id => expiry.add(id))).toEqual([true, true, false, false]);
  expect(expiry.next()).toBe(10);
  expect(expiry.takeFirst()).toBe(1);
  expect(expiry.next()).toBe(20);
});

it('an id is dead when it was buried, in its store only', () => {
  buryTwo();
  expect([0, 1, 2, 3].map(id => expiry.isDead(id))).toEqual([false, true, true, false]);
  expect([expiry.firstDead(0), expiry.firstDead(1)]).toEqual([1, 2]);
});

it('the first of the dead is the one that has been dead for longest', () => {
  for (const id of ENDS.keys()) expiry.add(id);
  const victims: number[] = [];
  for (let i = 0; i < 4; i++) expiry.bury(expiry.takeFirst(), 0);
  for (let id = expiry.firstDead(0); id >= 0; id = expiry.firstDead(0)) {
    victims.push(id);
    expiry.remove(id);
  }
  expect(victims).toEqual([1, 2, 0, 3]);
});

it('who is gone is neither dead nor waiting', () => {
  buryTwo();
  expiry.remove(2);
  expiry.remove(0);
  expect(expiry.isDead(2)).toBe(false);
  expect(expiry.firstDead(1)).toBe(-1);
  expect(expiry.firstDead(0)).toBe(1);
  expect(expiry.next()).toBe(40);
});

it('who comes back after death lives again', () => {
  buryTwo();
  expiry.remove(1);
  expect(expiry.add(1)).toBe(true);
  expect(expiry.isDead(1)).toBe(false);
  expect(expiry.firstDead(0)).toBe(-1);
  expect(expiry.next()).toBe(10);
});
