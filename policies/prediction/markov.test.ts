import { describe, expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

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

it('tells as many clients apart as it remembers ids', () => {
  const interleaved = (memory: number) => {
    const predictor = recorded(`markov:support=1,memory=${memory}`);
    for (const [id, client] of [
      [1, 0],
      [5, 3],
      [2, 0],
      [6, 3],
    ] as const)
      predictor.after([id], client);
    return predictor.after([5], 3);
  };
  expect(interleaved(4)).toEqual([[6, 1]]);
  // Clients 0 and 3 are one of three.
  expect(interleaved(3)).toEqual([[2, 1]]);
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
  const shares = (recent: number) => {
    const { after } = recorded(`markov:threshold=0,successors=3,recent=${recent}`);
    after([1, 4]);
    for (let n = 0; n < 7; n++) after([1, 2]);
    for (let n = 0; n < 3; n++) after([1, 3]);
    return after([1]);
  };
  // Eight are known: the next one halves them, 7 to 3 and 1 to nothing.
  expect(shares(8)).toEqual([
    [3, 3 / 6],
    [2, 3 / 6],
  ]);
  expect(shares(11)).toEqual([
    [2, 7 / 11],
    [3, 3 / 11],
    [4, 1 / 11],
  ]);
});

it('knows nothing of what follows an id whose number went to another key', () => {
  const { predictor, after } = recorded('markov');
  after([1, 2, 1, 2, 3, 4, 3, 4]);
  predictor.forget!(1);
  expect(after([1])).toEqual([]);
  expect(after([3])).toEqual([[4, 1]]);
});

it('refuses a support that no id can have', () => {
  expect(() => recorded('markov:support=17')).toThrow('markov: support=17 is more than recent=16');
});

/** Requests of one client, so many seconds apart; a fetch takes one second. */
function walk(spec: string, ids: readonly number[], gap: number) {
  const { predictor, proposals } = recorded(spec);
  for (const [n, id] of ids.entries()) {
    proposals.length = 0;
    predictor.request(id, n * gap, 0, false, false);
  }
  return proposals;
}

describe('where requests come faster than fetches', () => {
  const LAPS = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1];

  it('looks ahead as far as the horizon reaches by the times it learnt', () => {
    const reached = (spec: string, gap: number) => walk(spec, LAPS, gap).map(([id]) => id);
    // Steps are expected after 0.5, 1, 1.5 and 2 seconds: the last is at the horizon of two fetches.
    expect(reached('markov', 0.5)).toEqual([2, 3, 4, 5]);
    expect(reached('markov:horizon=1', 0.5)).toEqual([2, 3]);
    expect(reached('markov:horizon=0', 0.5)).toEqual([2]);
    expect(reached('markov', 2)).toEqual([2]);
    expect(reached('markov:depth=3', 0.5)).toEqual([2, 3, 4]);
  });

  it('is as confident of a request as of all those before it together', () => {
    // After 1 comes 2 three times of four, after 2 then 3 two times of three: together one half.
    const ids = [1, 2, 3, 9, 1, 2, 3, 9, 1, 2, 4, 9, 1, 5, 9, 1];
    expect(walk('markov:depth=2', ids, 0.1)).toEqual([
      [2, 3 / 4],
      [3, 1 / 2],
    ]);
    expect(walk('markov:depth=2,threshold=0.51', ids, 0.1)).toEqual([[2, 3 / 4]]);
  });
});

it('looks no further where the way comes back to the request', () => {
  expect(walk('markov:horizon=9', [1, 2, 1, 2, 1, 2, 1], 0.1)).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

it('learns nothing from a request after the pause that ends a session', () => {
  const after = (pause: number) => {
    const { predictor, proposals } = recorded('markov:session=60s');
    for (let n = 0; n < 3; n++) {
      predictor.request(1, 1_000 * n, 0, false, false);
      predictor.request(2, 1_000 * n + pause, 0, false, false);
    }
    proposals.length = 0;
    predictor.request(1, 9_000, 0, false, false);
    return proposals;
  };
  expect(after(60)).toEqual([[2, 1]]);
  expect(after(61)).toEqual([]);
});
