import { expect, test } from 'vitest';
import { summarizeWindows, windowsOf } from './windows.ts';

const point = (from: number, requests: number, hits: number, mean: number, p99: number) => ({
  from,
  requests,
  seconds: from / 1000,
  answered: [hits, requests - hits],
  latencyMeanMs: mean,
  latencyP99Ms: p99,
});

test('a stretch of windows weighs means by requests and keeps the worst percentile', () => {
  const windows = windowsOf({
    answeredBy: ['L1', 'origin'],
    series: [point(0, 100, 50, 1, 9), point(100, 300, 270, 2, 4)],
  });
  // (100 × 1 + 300 × 2) / 400 = 1.75
  expect(summarizeWindows(windows)).toEqual({
    from: 0,
    to: 400,
    fromSeconds: 0,
    requests: 400,
    hitRatio: 0.8,
    answered: [320, 80],
    latencyMeanMs: 1.75,
    worstP99Ms: 9,
  });
});

test('windows in which nobody asked for anything are left out', () => {
  expect(
    windowsOf({ answeredBy: ['L1', 'origin'], series: [point(0, 0, 0, 0, 0), point(0, 10, 9, 1, 1)] }),
  ).toHaveLength(1);
});

test('stale answers are no hits', () => {
  const series = [{ ...point(0, 100, 0, 1, 9), answered: [50, 20, 10, 20] }];
  expect(windowsOf({ answeredBy: ['L1', 'L2', 'stale', 'origin'], series })[0]).toMatchObject({
    hits: 70,
    hitRatio: 0.7,
  });
});
