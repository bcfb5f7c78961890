import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { costBenefit } from './cost-benefit.ts';

/** By id. */
const COUNTS = [0, 2, 4, 7];
const SIZES = [1, 1, 2, 6];
/** By level: a move from the third level to the second saves 1 ms a request, from the second to the first 0.25. */
const ANSWER_MS = new Float64Array([0.25, 0.5, 1.5]);

function build(spec: string) {
  const windows: number[] = [];
  const { entry, values } = resolveSpec(spec, [costBenefit], 'promotion policy', '--promotion');
  const frequency = (window: number) => {
    windows.push(window);
    return { of: (id: number) => COUNTS[id]! };
  };
  const random = () => expect.unreachable();
  const context = {
    universe: 4,
    capacities: [],
    frequency,
    lastRequests: random,
    random,
    answerMs: () => ANSWER_MS,
    sizeIn: (id: number) => SIZES[id]!,
  };
  return { policy: entry.create(context, values), windows };
}

/** Which costs, in milliseconds, a move of the id is worth. */
function worth(costs: readonly number[], id: number, victim: number, from: number, to: number): number[] {
  return costs.filter(cost => build(`cost-benefit:cost=${cost}`).policy.promotes(id, 0, victim, from, to));
}

it('moves an entry into free room when its requests will save more than one move costs', () => {
  // Two requests save 1 ms each from the third level to the second, 0.25 ms each further up, 1.25 ms each all the way.
  expect(worth([0, 1.9, 2, 2.1], 1, -1, 2, 1)).toEqual([0, 1.9]);
  expect(worth([0, 0.4, 0.5], 1, -1, 1, 0)).toEqual([0, 0.4]);
  expect(worth([2.4, 2.5], 1, -1, 2, 0)).toEqual([2.4]);
});

it('counts what the victim loses, and its move too', () => {
  // 4 − 2 requests save 2 ms, for two moves.
  expect(worth([0, 0.9, 1], 2, 1, 2, 1)).toEqual([]);
  expect(worth([0, 0.9, 1], 1, 0, 2, 1)).toEqual([0, 0.9]);
});

it('weighs a large entry against all that leave for it', () => {
  // 2 takes the place of two like 1: 4 − 2 × 2 = 0. 3 takes that of three like 2: 7 − 3 × 4 < 0; or six like 0: 7 ms for 7 moves.
  expect(worth([0], 2, 1, 2, 1)).toEqual([]);
  expect(worth([0], 3, 2, 2, 1)).toEqual([]);
  expect(worth([0, 0.9, 1], 3, 0, 2, 1)).toEqual([0, 0.9]);
});

it('counts one victim in full for an entry that is smaller', () => {
  // 4 − 2 would be saved if half of 2 left for 1.
  expect(worth([0], 1, 2, 2, 1)).toEqual([]);
});

it('does not swap entries that are equally popular, even if moves are free', () => {
  expect(worth([0], 1, 1, 2, 1)).toEqual([]);
});

it('costs 0.1 ms a move and looks back over half of the cache unless told otherwise', () => {
  // 0.25 ms for one request of two in the second level: 2 × 0.25 > 0.1 × 2.
  expect(build('cost-benefit').policy.promotes(1, 0, 0, 1, 0)).toBe(true);
  expect(build('cost-benefit:cost=0.25').policy.promotes(1, 0, 0, 1, 0)).toBe(false);
  expect(build('cost-benefit').windows).toEqual([0.5]);
  expect(build('cost-benefit:window=3').windows).toEqual([3]);
});
