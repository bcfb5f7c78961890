import { expect, it } from 'vitest';
import { recorded } from './recorded-proposals.ts';

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

it('forgets an id that names another key', () => {
  const { predictor, after } = recorded('probability-graph:window=1,support=1');
  expect(after([1, 2, 1])).toEqual([[2, 1]]);
  predictor.forget!(1);
  expect(after([1])).toEqual([]);
});
