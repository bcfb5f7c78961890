import { describe, expect, it } from 'vitest';
import { chiSquare, countDraws } from '../testing/chi-square.ts';
import { streams } from '../testing/made.ts';
import { normal } from './normal.ts';

/** The octiles of the standard normal distribution, from tables. */
const OCTILES = [-1.15035, -0.67449, -0.31864, 0, 0.31864, 0.67449, 1.15035];

describe('a normal number', () => {
  it('falls between the octiles equally often', () => {
    const random = streams(1)('jitter');
    const octile = () => {
      const drawn = normal(random);
      return OCTILES.filter(limit => drawn > limit).length;
    };
    const { statistic, limit } = chiSquare(countDraws(octile, 8, 100_000), new Float64Array(8).fill(1 / 8), 100_000);
    expect(statistic).toBeLessThan(limit);
  });

  it('lies beyond two and three standard deviations as rarely as it should', () => {
    const random = streams(2)('jitter');
    const counts = countDraws(() => Math.min(3, Math.floor(Math.abs(normal(random)))), 4, 100_000);
    // P(|z| < 1, 2, 3) = 0.682689, 0.954500, 0.997300.
    const { statistic, limit } = chiSquare(counts, [0.682689, 0.271811, 0.0428, 0.0027], 100_000);
    expect(statistic).toBeLessThan(limit);
  });

  it('is never further than 6.66 from 0', () => {
    expect(normal(() => 0)).toBeCloseTo(0);
    const draws = [1 - 2 ** -32, 0.5];
    expect(normal(() => draws.shift()!)).toBeCloseTo(-Math.sqrt(64 * Math.LN2));
  });
});
