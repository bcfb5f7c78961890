import { describe, expect, it } from 'vitest';
import { NUMBER_KEYS } from '../../test/prediction/number-keys.ts';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

type Answer = 'miss' | 'hit' | 'ahead' | 'late';

/** Requests with their answers, all misses unless said otherwise; what the last of them made it propose. */
function proposed(spec: string, steps: readonly (number | readonly [id: number, answer: Answer, client?: number])[]) {
  const { predictor, proposals } = recorded(spec, { keys: NUMBER_KEYS });
  for (const step of steps) {
    const [id, answer, client = 0] = typeof step === 'number' ? ([step, 'miss'] as const) : step;
    proposals.length = 0;
    predictor.request(id, 0, client, answer === 'hit' || answer === 'ahead', answer === 'ahead' || answer === 'late');
  }
  return proposals;
}
const ids = (proposals: readonly [id: number, confidence: number][]) => proposals.map(([id]) => id);

it('a miss proposes the next keys, as far as there are any', () => {
  expect(ids(proposed('sequential', [10]))).toEqual([11, 12, 13, 14]);
  expect(ids(proposed('sequential:degree=2', [10]))).toEqual([11, 12]);
  expect(ids(proposed('sequential:step=30', [10]))).toEqual([40, 70]);
  expect(ids(proposed('sequential', [98]))).toEqual([99]);
});

it('a run of n steps goes on with n in n + 1', () => {
  const confidence = (...steps: number[]) => proposed('sequential', steps)[0]![1];
  expect([confidence(10), confidence(10, 11), confidence(10, 11, 12), confidence(10, 11, 12, 40)]).toEqual([
    0,
    1 / 2,
    2 / 3,
    0,
  ]);
  // A key asked for again is no step; one that is skipped, but was proposed, is.
  expect([confidence(10, 11, 11), confidence(10, 12)]).toEqual([1 / 2, 1 / 2]);
  expect(confidence(10, 15)).toBe(0);
});

describe('the first use of what was fetched ahead', () => {
  const scan: [number, Answer][] = [
    [10, 'miss'],
    [11, 'ahead'],
  ];

  it('proposes what lies beyond the furthest', () => {
    expect(ids(proposed('sequential', scan))).toEqual([15]);
    expect(
      ids(
        proposed('sequential', [
          [10, 'miss'],
          [13, 'ahead'],
        ]),
      ),
    ).toEqual([15, 16, 17]);
    expect(ids(proposed('sequential', [...scan, [12, 'late']]))).toEqual([16]);
  });

  it('is the trigger of tagged alone; always needs none, miss takes misses only', () => {
    expect(ids(proposed('sequential:trigger=miss', scan))).toEqual([]);
    expect(ids(proposed('sequential:trigger=always', [[10, 'hit']]))).toEqual([11, 12, 13, 14]);
    expect(ids(proposed('sequential', [[10, 'hit']]))).toEqual([]);
  });

  it('is not a miss, which shows that what was proposed is not there', () => {
    expect(ids(proposed('sequential', [10, 11]))).toEqual([12, 13, 14, 15]);
  });
});

it('follows the runs of each client, or of all together, as far as there is memory', () => {
  const interleaved: [number, Answer, number][] = [
    [10, 'miss', 0],
    [50, 'miss', 1],
    [11, 'miss', 0],
  ];
  expect(proposed('sequential', interleaved)[0]![1]).toBe(1 / 2);
  expect(proposed('sequential:clients=false', interleaved)[0]![1]).toBe(0);
  expect(proposed('sequential:memory=1', interleaved)[0]![1]).toBe(0);
});
