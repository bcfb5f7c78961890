import { expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** Two ids asked for one after the other, again and again, with others between that come once each. */
const PAIRS = Array.from({ length: 12 }, (_, round) => [1, 2, 10 + 3 * round, 11 + 3 * round, 12 + 3 * round]).flat();

it.each([
  'markov:depth=1',
  'ppm:order=1,depth=1',
  'probability-graph:threshold=0.9',
  'mithril:lookahead=2,mining=2,record=all',
])('%s does not propose an id for what its old key followed', spec => {
  const learnt = recorded(spec);
  learnt.after(PAIRS);
  expect(learnt.after([1]).map(([id]) => id)).toContain(2);
  learnt.predictor.forget!(2);
  expect(learnt.after([1]).map(([id]) => id)).not.toContain(2);
});

it.each(['markov:support=1', 'ppm:support=1,order=1'])(
  '%s does not take what a client asks for next as a successor of the key that has got the number of its last',
  spec => {
    const learnt = recorded(spec);
    learnt.after([1]);
    learnt.predictor.forget!(1);
    learnt.after([2], 0);
    expect(learnt.after([1], 7)).toEqual([]);
    expect(learnt.after([1], 8)).toEqual([]);
  },
);
