import { expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

it('proposes what was asked for within the window after the id, however many came between', () => {
  // 2 comes two requests after each 1.
  const stream = [1, 10, 2, 11, 1, 12, 2, 13, 1, 14, 2, 15, 1];
  expect(recorded('probability-graph:window=2').after(stream)).toEqual([[2, 1]]);
  expect(recorded('probability-graph:window=1').after(stream)).toEqual([]);
});

it('needs a share of the requests for the id, and so many of them', () => {
  // Of three requests for 1 two were followed by 2 and one by 3.
  const stream = [1, 2, 9, 1, 2, 8, 1, 3, 7, 1];
  const with1 = (spec: string) => recorded(`probability-graph:window=1,${spec}`).after(stream);
  expect(with1('threshold=0.5')).toEqual([[2, 2 / 3]]);
  expect(with1('threshold=0.3')).toEqual([
    [2, 2 / 3],
    [3, 1 / 3],
  ]);
  expect(with1('support=4,threshold=0.3')).toEqual([]);
});

it('keeps so many edges, and of so many ids', () => {
  const stream = [1, 2, 9, 1, 2, 8, 1, 3, 7, 1];
  expect(recorded('probability-graph:window=1,successors=1,threshold=0.3').after(stream)).toEqual([[3, 1 / 3]]);
  // With two rows, that of 1 is gone each time before it comes back.
  expect(recorded('probability-graph:window=1,memory=2,threshold=0').after(stream)).toEqual([]);
});

it('counts one successor of a request once, however often it comes within the window', () => {
  // 2 follows the first two of four requests for 1, twice each time.
  const stream = [1, 2, 2, 9, 1, 2, 2, 9, 1, 8, 9, 9, 1, 8, 9, 9, 1];
  expect(recorded('probability-graph:window=3,threshold=0.5').after(stream)).toContainEqual([2, 2 / 4]);
  // And each of two requests for 1 is followed by the same 2.
  expect(recorded('probability-graph:window=3,support=2').after([1, 1, 2, 9, 9, 9, 1])).toContainEqual([2, 1]);
});

it('halves what it knows, so that old successions fade', () => {
  const shares = (recent: number) => {
    const { after } = recorded(`probability-graph:window=1,threshold=0,successors=2,recent=${recent}`);
    for (let n = 0; n < 8; n++) after([1, 2]);
    for (let n = 0; n < 4; n++) after([1, 3]);
    return after([1]);
  };
  // Eight requests for 1 that 2 follows; the next one halves both counts to 4. Then four that 3 follows: 8 are known, and halved again.
  expect(shares(8)).toEqual([
    [2, 2 / 4],
    [3, 2 / 4],
  ]);
  expect(shares(255)).toEqual([
    [2, 8 / 12],
    [3, 4 / 12],
  ]);
});

it('knows nothing of what follows an id whose number went to another key', () => {
  const { predictor, after } = recorded('probability-graph:window=1');
  after([1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4]);
  predictor.forget!(1);
  expect(after([1])).toEqual([]);
  expect(after([3])).toEqual([[4, 1]]);
});

it('refuses a support that no id can have', () => {
  expect(() => recorded('probability-graph:support=17')).toThrow('support=17 is more than recent=16');
});
