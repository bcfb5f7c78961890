import { expect, it } from 'vitest';
import { METRICS } from '../../documents/compare.ts';
import { verdictOf } from './verdict.ts';

const certain = (mean: number) => ({ mean, low: mean - Math.abs(mean) / 10, high: mean + Math.abs(mean) / 10 });

it('more hits are better, and less of everything else', () => {
  for (const metric of METRICS) {
    const more = metric === 'hitRatio' || metric === 'byteHitRatio';
    expect(verdictOf(metric, 1, certain(0.5), 0)).toBe(more ? 'better' : 'worse');
    expect(verdictOf(metric, 1, certain(-0.5), 0)).toBe(more ? 'worse' : 'better');
  }
});

it('what is certain but too small to matter is no real difference', () => {
  expect(verdictOf('hitRatio', 0.9, certain(0.00099), 0)).toBe('no real difference');
  expect(verdictOf('hitRatio', 0.9, certain(0.00101), 0)).toBe('better');
  expect(verdictOf('latencyMeanMs', 200, certain(-1.9), 0)).toBe('no real difference');
  expect(verdictOf('latencyMeanMs', 200, certain(-2.1), 0)).toBe('better');
});

it('what is large but not certain is no real difference', () => {
  expect(verdictOf('hitRatio', 0.5, { mean: 0.1, low: -0.01, high: 0.2 }, 0.001)).toBe('no real difference');
  expect(verdictOf('hitRatio', 0.5, { mean: 0.1, low: 0.01, high: 0.2 }, 0.05)).toBe('no real difference');
  expect(verdictOf('hitRatio', 0.5, { mean: 0.1, low: 0.01, high: 0.2 }, 0.049)).toBe('better');
});

it('exactly the same is no real difference, also from nothing', () => {
  expect(verdictOf('staleHits', 0, { mean: 0, low: 0, high: 0 }, 1)).toBe('no real difference');
  expect(verdictOf('staleHits', 0, certain(3), 0)).toBe('worse');
});
