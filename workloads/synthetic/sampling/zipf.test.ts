import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquare, countDraws } from '../testing/chi-square.ts';
import { streams } from '../testing/made.ts';
import { zipfSampler } from './zipf.ts';

/** P(rank r) = (r + 1)^-alpha / Σ (s + 1)^-alpha, summed term by term. */
function exactly(n: number, alpha: number): Float64Array {
  const weights = new Float64Array(n).map((_, rank) => (rank + 1) ** -alpha);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map(weight => weight / sum);
}

describe('a Zipf sampler', () => {
  for (const n of [2, 3, 1_000])
    for (const alpha of [0, 0.5, 0.9, 1, 1.2, 2, 10])
      it(`draws ${n} ranks at alpha ${alpha} with the exact probabilities`, () => {
        const draws = 100_000;
        const counts = countDraws(zipfSampler(streams(1)('keys'), n, alpha), n, draws);
        const { statistic, limit } = chiSquare(counts, exactly(n, alpha), draws);
        expect(statistic).toBeLessThan(limit);
      });

  it('is exact to a part in a hundred of each rank', () => {
    // Accepting by the squeeze alone would lose 2 % of rank 3: 3,000 of 156,000 draws, with a standard deviation of 380.
    const draws = 2_000_000;
    const counts = countDraws(zipfSampler(streams(1)('keys'), 4, 2), 4, draws);
    const { statistic, limit } = chiSquare(counts, exactly(4, 2), draws);
    expect(statistic).toBeLessThan(limit);
  });

  it('is exact over a million ranks, in bands that double in width', () => {
    const n = 1_000_000;
    const draws = 200_000;
    const probabilities = exactly(n, 0.9);
    const band = (rank: number) => Math.floor(Math.log2(rank + 1));
    const expected = new Float64Array(band(n - 1) + 1);
    for (let rank = 0; rank < n; rank++) expected[band(rank)]! += probabilities[rank]!;
    const draw = zipfSampler(streams(1)('keys'), n, 0.9);
    const counts = countDraws(() => band(draw()), expected.length, draws);
    const { statistic, limit } = chiSquare(counts, expected, draws);
    expect(statistic).toBeLessThan(limit);
  });

  it('loses no precision next to alpha = 1', () => {
    const ranks = (alpha: number) => Array.from({ length: 10_000 }, zipfSampler(streams(1)('keys'), 1_000, alpha));
    // At a distance of 1e-12 probabilities differ by less than 1e-11: 10,000 draws cannot tell.
    expect(ranks(1 + 1e-12)).toEqual(ranks(1));
    expect(ranks(1 - 1e-12)).toEqual(ranks(1));
  });

  it('stays within the ranks whatever the stream yields', () => {
    const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const inputs = [
      fc.array(word, { minLength: 1 }),
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
    ] as const;
    fc.assert(
      fc.property(...inputs, (words, n, alpha) => {
        // The given words first, then an ordinary stream, so that every rejection ends.
        const ordinary = streams(1)('rest');
        let at = 0;
        const rank = zipfSampler(() => (at < words.length ? words[at++]! / 2 ** 32 : ordinary()), n, alpha)();
        expect(Number.isInteger(rank) && rank >= 0 && rank < n).toBe(true);
      }),
    );
  });
});
