import { describe, expect, it } from 'vitest';
import { randomStream } from '../random.ts';
import { Bootstrap, pairedDifference } from './bootstrap.ts';

/** Standard normal numbers (Box and Muller). */
function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

describe('the interval of a mean', () => {
  it('of many normal values equals the closed form: 1.96 standard errors to each side', () => {
    const normal = normals(randomStream(3, 'values'));
    const values = Array.from({ length: 400 }, () => 10 + 2 * normal());
    const mean = values.reduce((sum, each) => sum + each, 0) / 400;
    const error = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 399 / 400);
    const { low, high, ...rest } = new Bootstrap(400, 1).mean(values);
    expect(rest.mean).toBe(mean);
    // Percentiles of 10,000 resamples are off by some 0.04 standard errors themselves.
    expect(Math.abs(low - (mean - 1.966 * error))).toBeLessThan(0.15 * error);
    expect(Math.abs(high - (mean + 1.966 * error))).toBeLessThan(0.15 * error);
  });

  it('of a share of ones equals the quantiles of the binomial distribution that resampling draws from', () => {
    // 50 ones of 100: a resample has Binomial(100, 0.5) ones. The level for n = 100 is Φ(−1.984 √(100 / 99)) = 0.0231,
    // and P(X ≤ 39) = 0.0176, P(X ≤ 40) = 0.0284: the interval is 0.40 … 0.60.
    const values = Array.from({ length: 100 }, (_, i) => i % 2);
    expect(new Bootstrap(100, 1).mean(values)).toEqual({ mean: 0.5, low: 0.4, high: 0.6 });
  });

  it("of fewer than six values is Student's, since resamples of so few say nothing of the tails", () => {
    // Mean 2, standard deviation 1, t(2) = 4.302653: 2 ± 4.302653 / √3.
    const { mean, low, high } = new Bootstrap(3, 1).mean([1, 2, 3]);
    expect(mean).toBe(2);
    expect(high - 2).toBeCloseTo(4.302653 / Math.sqrt(3), 5);
    expect(2 - low).toBeCloseTo(4.302653 / Math.sqrt(3), 5);
  });

  it.each([3, 10, 20])('holds the true mean in about 95 of 100 samples of %d values', length => {
    const normal = normals(randomStream(5, 'coverage'));
    const bootstrap = new Bootstrap(length, 1);
    let held = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { low, high } = bootstrap.mean(Array.from({ length }, normal));
      if (low <= 0 && 0 <= high) held++;
    }
    // 380 of 400 are expected, with a standard deviation of 4.4; plain percentiles of 10 values hold 90 of 100.
    expect(held).toBeGreaterThan(367);
    expect(held).toBeLessThan(393);
  });

  it('of values that are all the same has no width, even where their mean is rounded', () => {
    expect(new Bootstrap(10, 1).mean(Array(10).fill(0.5))).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
    const { mean, low, high } = new Bootstrap(10, 1).mean(Array(10).fill(0.1));
    expect([low, high]).toEqual([mean, mean]);
  });

  it('is the same for the same seed, and another one for another', () => {
    const values = Array.from({ length: 12 }, (_, i) => Math.sqrt(i));
    expect(new Bootstrap(12, 1).mean(values)).toEqual(new Bootstrap(12, 1).mean(values));
    expect(new Bootstrap(12, 2).mean(values)).not.toEqual(new Bootstrap(12, 1).mean(values));
  });

  it('needs two values, and as many as were drawn for', () => {
    expect(() => new Bootstrap(1, 1)).toThrow('two values at least, not 1');
    expect(() => new Bootstrap(4, 1).mean([1, 2, 3])).toThrow('3 values, expected 4');
  });
});

describe('a paired difference', () => {
  it('sees a small difference that the luck of the seeds would hide from unpaired means', () => {
    const normal = normals(randomStream(9, 'seeds'));
    const luck = Array.from({ length: 10 }, () => 50 + 10 * normal());
    const b = luck.map(each => each + 1 + 0.1 * normal());
    const { mean, low, high, p } = pairedDifference(luck, b, 1);
    expect(mean).toBeCloseTo(1, 1);
    expect(low).toBeGreaterThan(0.9);
    expect(high).toBeLessThan(1.1);
    expect(p).toBeLessThan(1e-6);
  });

  it("has the p of the paired t test: Student's example of two soporifics", () => {
    // "The Probable Error of a Mean", 1908: hours of sleep gained; t = 4.0621 with 9 degrees of freedom, p = 0.002833.
    const a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const { mean, p } = pairedDifference(a, b, 1);
    expect(mean).toBeCloseTo(1.58, 10);
    expect(p).toBeCloseTo(0.002833, 6);
  });

  it('of the same values is exactly nothing', () => {
    expect(pairedDifference([1, 2, 3], [1, 2, 3], 1)).toEqual({ mean: 0, low: 0, high: 0, p: 1 });
  });

  it('that is the same in every pair is certain', () => {
    expect(pairedDifference([1, 2, 3], [2, 3, 4], 1)).toEqual({ mean: 1, low: 1, high: 1, p: 0 });
  });
});
