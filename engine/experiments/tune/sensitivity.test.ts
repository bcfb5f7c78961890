import { expect, test } from 'vitest';
import type { Judged } from '../../search/ledger.ts';
import type { Axis, Point } from '../../search/space.ts';
import { sensitivities, spread } from './sensitivity.ts';

const space: Axis[] = [
  { kind: 'choice', name: 'levels', values: ['two', 'one'] },
  { kind: 'choice', name: 'rule', values: ['a', 'b', 'c'], when: { levels: ['two'] } },
  { kind: 'number', name: 'share', low: 0.1, high: 1, when: { levels: ['two'] } },
];

const judged = (point: Point, rung: number, loss: number): Judged => ({
  point,
  rung,
  loss,
  stage: 'test',
  key: JSON.stringify(point),
});

test('an axis is told by points that differ from the best in it alone, or in what hangs on it', () => {
  const best = judged({ levels: 'two', rule: 'a', share: 0.5 }, 1, 0.8);
  const entries = [
    best,
    judged(best.point, 0, 1),
    judged({ levels: 'two', rule: 'b', share: 0.5 }, 1, 1),
    // Looked at cheaply only: 1.5 times the best at the same look.
    judged({ levels: 'two', rule: 'c', share: 0.5 }, 0, 1.5),
    // Differs in two axes: says nothing.
    judged({ levels: 'two', rule: 'b', share: 0.1 }, 1, 9),
    // Without a second level there is neither rule nor share.
    judged({ levels: 'one' }, 1, 1.6),
  ];
  const [first, second, ...others] = sensitivities(space, entries, best);
  expect(first).toEqual({
    axis: 'levels',
    best: 'two',
    values: [
      { value: 'two', loss: 1 },
      { value: 'one', loss: 2 },
    ],
  });
  expect(second!.values).toEqual([
    { value: 'a', loss: 1 },
    { value: 'b', loss: 1.25 },
    { value: 'c', loss: 1.5 },
  ]);
  expect(spread(second!)).toBeCloseTo(0.5, 12);
  expect(others).toEqual([]);
});
