import { expect, it } from 'vitest';
import { DeferredDeadlines } from './idle.ts';

/** Deadlines of 8 ids, which the test may put off. */
function deadlines() {
  const due = new Float64Array([50, 10, 20, 30, 0, 0, 0, 0]);
  const waiting = new DeferredDeadlines(8, id => due[id]!);
  for (const id of [0, 1, 2, 3]) waiting.add(id);
  return { due, waiting };
}

it('an id that was put off waits behind those that were not', () => {
  const { due, waiting } = deadlines();
  due[1] = 40;
  expect([waiting.first(), waiting.deadlineOf(1)]).toEqual([2, 40]);
  expect([1, 2, 3, 4].map(() => waiting.takeFirst())).toEqual([2, 3, 1, 0]);
  expect(waiting.first()).toBe(-1);
});

it('all that came to the front are looked at again, however often they were put off', () => {
  const { due, waiting } = deadlines();
  due.set([60, 45, 70, 55]);
  expect(waiting.first()).toBe(1);
  due[1] = 65;
  expect([1, 2, 3, 4].map(() => waiting.takeFirst())).toEqual([3, 0, 1, 2]);
});

it('an id that was put off can be removed, and come back', () => {
  const { due, waiting } = deadlines();
  due[1] = 40;
  waiting.remove(1);
  expect([1, 2, 3].map(() => waiting.takeFirst())).toEqual([2, 3, 0]);
  waiting.add(1);
  expect(waiting.takeFirst()).toBe(1);
});
