import { describe, expect, it } from 'vitest';
import { chiSquare, countDraws } from '../testing/chi-square.ts';
import { streams } from '../testing/made.ts';
import { fineUniform, uniformSampler } from './uniform.ts';

describe('a fine uniform number', () => {
  it('carries 53 bits', () => {
    // All 26 and 27 bits set make 1 − 2^-53, the largest double below 1.
    expect(fineUniform(() => 1 - 2 ** -32)).toBe(1 - 2 ** -53);
    expect(fineUniform(() => 0)).toBe(0);
    const coarse = streams(1)('coarse');
    // The smallest of 1,000 multiples of 2^-32 would have no bits below 2^-32.
    const fractions = Array.from({ length: 1_000 }, () => (fineUniform(coarse) * 2 ** 32) % 1);
    expect(new Set(fractions).size).toBeGreaterThan(990);
  });
});

describe('a uniform sampler', () => {
  it('draws every integer equally often', () => {
    const counts = countDraws(uniformSampler(streams(1)('keys'), 100), 100, 100_000);
    const { statistic, limit } = chiSquare(counts, new Float64Array(100).fill(0.01), 100_000);
    expect(statistic).toBeLessThan(limit);
  });

  it('reaches the last of 100 million integers and never goes beyond', () => {
    expect(uniformSampler(() => 1 - 2 ** -53, 100_000_000)()).toBe(99_999_999);
  });

  it('draws nothing but 0 from a single integer', () => {
    const draw = uniformSampler(streams(1)('keys'), 1);
    expect(Array.from({ length: 100 }, draw).every(drawn => drawn === 0)).toBe(true);
  });
});
