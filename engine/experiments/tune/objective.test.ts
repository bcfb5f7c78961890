import { expect, test } from 'vitest';
import { gainOf, lossOf, objectiveValue } from './objective.ts';

const measures = { requests: 1000, hitRatio: 0.8, latencyMeanMs: 2, latencyP99Ms: 9, fetchesPerRequest: 0.25 };
const bill = { memory: 30, requestsPerMonth: 4e6, fetchPrice: 5 };

test('each objective is what its name says', () => {
  const value = (objective: Parameters<typeof objectiveValue>[0]) => objectiveValue(objective, measures, bill);
  expect([value('latency'), value('p99'), value('hitRatio'), value('originFetches')]).toEqual([2, 9, 0.8, 0.25]);
  // A million fetches a month at 5, and the memory.
  expect(value('cost')).toBe(35);
});

test('a gain is a share of what there was; of hit ratios it is their difference', () => {
  expect(gainOf('latency', 1.5, 2)).toBe(0.25);
  expect(gainOf('cost', 3, 2)).toBe(-0.5);
  expect(gainOf('hitRatio', 0.75, 0.5)).toBe(0.25);
  expect(lossOf('hitRatio', 0.75)).toBe(0.25);
  expect(lossOf('p99', 7)).toBe(7);
});
