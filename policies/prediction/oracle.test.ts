import { expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

function futureOf(gets: readonly (readonly [time: number, id: number])[]) {
  let at = -1;
  return {
    get time() {
      return gets[at]![0];
    },
    get id() {
      return gets[at]![1];
    },
    advance: () => ++at < gets.length,
  };
}

const GETS = [
  [0, 1],
  [0.5, 2],
  [1.5, 3],
  [4, 4],
] as const;

it('proposes what comes within the time of a fetch and the lead, and is woken for the next', () => {
  const bench = recorded('oracle:lead=1ms', { future: futureOf(GETS) });
  bench.predictor.request(1, 0, 0, false, false);
  // A fetch takes one second.
  expect(bench.proposals).toEqual([[2, 1]]);
  expect(bench.wakes.at(-1)).toBeCloseTo(0.499, 9);
  bench.predictor.wake!(0.5);
  expect(bench.proposals.length).toBe(2);
  expect(bench.wakes.at(-1)).toBeCloseTo(2.999, 9);
  const early = recorded('oracle:lead=0.5', { future: futureOf(GETS) });
  early.predictor.request(1, 0, 0, false, false);
  expect(early.proposals.map(([id]) => id)).toEqual([2, 3]);
});

it('takes what it is woken for, whatever rounding makes of the time', () => {
  // (t − a) + a is below t here: compared that way, it would be woken for the same get for ever.
  const [time, ahead] = [0.00274, 1.1];
  expect(time - ahead + ahead).toBeLessThan(time);
  const bench = recorded('oracle:lead=0.1', { future: futureOf([[time, 7]]) });
  bench.predictor.wake!(time - ahead);
  expect(bench.proposals).toEqual([[7, 1]]);
  expect(bench.wakes).toEqual([]);
});
