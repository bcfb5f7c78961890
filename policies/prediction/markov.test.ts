import { expect, it } from 'vitest';
import { recorded } from './recorded-proposals.ts';

it('proposes what followed in a large enough share of the cases', () => {
  // After 1 came 2, 2, 3: the share of 2 is two thirds.
  const walk = [1, 2, 1, 2, 1, 3, 1];
  expect(recorded('markov').after(walk)).toEqual([[2, 2 / 3]]);
  expect(recorded('markov:threshold=0.3').after(walk)).toEqual([
    [2, 2 / 3],
    [3, 1 / 3],
  ]);
  expect(recorded('markov:threshold=0.7').after(walk)).toEqual([]);
});

it('waits for as many successions as it needs', () => {
  expect(recorded('markov').after([1, 2, 1])).toEqual([]);
  expect(recorded('markov:support=1').after([1, 2, 1])).toEqual([[2, 1]]);
});

it('follows each client by itself, or all together', () => {
  const interleaved = (spec: string) => {
    const { after } = recorded(spec);
    for (let n = 0; n < 3; n++) {
      after([1], 0);
      after([5], 1);
      after([2], 0);
      after([6], 1);
    }
    return after([1], 0);
  };
  expect(interleaved('markov')).toEqual([[2, 1]]);
  expect(interleaved('markov:clients=false')).toEqual([[5, 1]]);
});

it('keeps so many successors, and of so many ids', () => {
  // The third successor takes the place of the second, which came as seldom.
  expect(
    recorded('markov:threshold=0,successors=2')
      .after([1, 2, 1, 2, 1, 3, 1, 4, 1])
      .map(([id]) => id),
  ).toEqual([2, 4]);
  const forgetful = recorded('markov:memory=2,support=1');
  // Rows of 1 and 2; then that of 3 takes the place of the one claimed least recently, 1's.
  expect(forgetful.after([1, 2, 3, 4, 1])).toEqual([]);
  expect(recorded('markov:memory=4,support=1').after([1, 2, 3, 4, 1])).toEqual([[2, 1]]);
});

it('halves what it knows, so that old successions fade, and does not propose what faded away', () => {
  const { after } = recorded('markov:threshold=0,successors=3');
  after([1, 4]);
  for (let n = 0; n < 254; n++) after([1, 2]);
  // 255 are known: the next halves them, 254 to 127 and 1 to nothing.
  for (let n = 0; n < 127; n++) after([1, 3]);
  const shares = new Map(after([1]));
  expect(shares.has(4)).toBe(false);
  expect(shares.get(2)).toBeCloseTo(0.5, 1);
  expect(shares.get(3)).toBeCloseTo(0.5, 1);
});
