import { expect, it } from 'vitest';
import { NUMBER_KEYS } from '../../test/prediction/number-keys.ts';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** What the last of these requests made it propose. */
const after = (spec: string, ids: readonly number[]) => recorded(spec, { keys: NUMBER_KEYS }).after(ids);
const ids = (proposals: readonly [id: number, confidence: number][]) => proposals.map(([id]) => id);

it('two equal strides make a walk, and what lies along it is proposed', () => {
  expect(ids(after('stride', [10, 13]))).toEqual([]);
  expect(ids(after('stride', [10, 13, 16]))).toEqual([19, 22, 25, 28]);
  expect(ids(after('stride', [50, 45, 40]))).toEqual([35, 30, 25, 20]);
  expect(ids(after('stride', [84, 90, 96]))).toEqual([]);
});

it('then each request proposes the key that lies so many strides ahead, or several from there', () => {
  expect(ids(after('stride', [10, 13, 16, 19]))).toEqual([31]);
  expect(ids(after('stride:distance=2', [10, 13, 16, 19]))).toEqual([25]);
  expect(ids(after('stride:distance=2,degree=3', [10, 13, 16, 19]))).toEqual([25, 28, 31]);
});

it('a key asked for again is no stride', () => {
  expect(ids(after('stride', [10, 13, 13, 16]))).toEqual([19, 22, 25, 28]);
  expect(ids(after('stride', [10, 10, 10]))).toEqual([]);
});

it('the more often a stride came again the likelier it goes on, and it may have to come again several times', () => {
  expect(after('stride:distance=1', [10, 13, 16])).toEqual([[19, 1 / 2]]);
  expect(after('stride:distance=1', [10, 13, 16, 19])).toEqual([[22, 2 / 3]]);
  expect(after('stride:distance=1,confirmations=2', [10, 13, 16])).toEqual([]);
  expect(after('stride:distance=1,confirmations=2', [10, 13, 16, 19])).toEqual([[22, 2 / 3]]);
});

it('one jump is forgiven, two are a new walk', () => {
  expect(ids(after('stride', [10, 13, 16, 40]))).toEqual([]);
  expect(ids(after('stride', [10, 13, 16, 40, 43]))).toEqual([46, 49, 52, 55]);
  expect(ids(after('stride', [10, 13, 16, 40, 60, 63]))).toEqual([]);
  // Before it was trusted, a stride gives way at once.
  expect(ids(after('stride', [10, 13, 40, 43]))).toEqual([]);
});

it('follows each client by itself, or all together, as far as there is memory', () => {
  const interleaved = (spec: string) => {
    const { after: ask } = recorded(spec, { keys: NUMBER_KEYS });
    for (let n = 0; n < 2; n++) {
      ask([10 + 3 * n], 0);
      ask([80 - n], 1);
    }
    return ids(ask([16], 0));
  };
  expect(interleaved('stride')).toEqual([19, 22, 25, 28]);
  expect(interleaved('stride:clients=false')).toEqual([]);
  expect(interleaved('stride:memory=1')).toEqual([]);
});
