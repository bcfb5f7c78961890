import { expect, test } from 'vitest';
import { combinations } from './combinations.ts';
import type { Judged } from './ledger.ts';
import type { Axis, Point } from './space.ts';

const space: Axis[] = ['a', 'b', 'c', 'd'].map(name => ({ kind: 'choice', name, values: ['0', '1', '2'] }));
const centre = { a: '0', b: '0', c: '0', d: '0' };
const judged = (change: Point, loss: number): Judged => ({
  point: { ...centre, ...change },
  rung: 0,
  loss,
  stage: 'test',
  key: JSON.stringify(change),
});

test('changes that helped are made together, the most helpful first, one of each axis', () => {
  const changed = [
    judged({ a: '1' }, 0.9),
    judged({ a: '2' }, 0.95),
    judged({ b: '1' }, 0.8),
    judged({ c: '1' }, 1.2),
    judged({ d: '2' }, 0.99),
  ];
  expect(combinations(space, centre, changed, 1)).toEqual([
    { a: '1', b: '1', c: '0', d: '0' },
    { a: '1', b: '1', c: '0', d: '2' },
  ]);
});

test('one change that helped is there already, and none gives nothing', () => {
  expect(combinations(space, centre, [judged({ a: '1' }, 0.9)], 1)).toEqual([]);
  expect(combinations(space, centre, [judged({ a: '1' }, 1.1), judged({ b: '1' }, 1)], 1)).toEqual([]);
});
