import { describe, expect, it } from 'vitest';
import { chiSquare, countDraws } from '../testing/chi-square.ts';
import { streams } from '../testing/made.ts';
import { exponential } from './exponential.ts';

describe('an exponential gap', () => {
  it('falls below each twentieth quantile as often as it should', () => {
    const random = streams(1)('gaps');
    // P(gap > x) = e^(-x / 3).
    const twentieth = () => Math.floor(20 * (1 - Math.exp(-exponential(random, 3) / 3)));
    const counts = countDraws(twentieth, 20, 100_000);
    const { statistic, limit } = chiSquare(counts, new Float64Array(20).fill(0.05), 100_000);
    expect(statistic).toBeLessThan(limit);
  });

  it('is finite and never negative, whatever the stream yields', () => {
    expect(exponential(() => 0, 1)).toBeCloseTo(0);
    expect(exponential(() => 1 - 2 ** -32, 1)).toBeCloseTo(32 * Math.LN2);
  });
});
