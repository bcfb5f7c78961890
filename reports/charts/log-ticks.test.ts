import { expect, test } from 'vitest';
import { logTicks } from './log-ticks.ts';

test('the ticks of a logarithmic axis are round and few', () => {
  expect(logTicks(0.01, 100)).toEqual([0.01, 0.1, 1, 10, 100]);
  expect(logTicks(90, 1100)).toEqual([100, 200, 500, 1000]);
  expect(logTicks(0.02, 3)).toEqual([0.03, 0.1, 0.3, 1, 3]);
  expect(logTicks(1, 1e9, 4)).toEqual([1, 1e3, 1e6, 1e9]);
});

test('small powers of ten are exact', () => {
  expect(logTicks(0.0001, 0.01)).toEqual([0.0001, 0.0003, 0.001, 0.003, 0.01]);
});
