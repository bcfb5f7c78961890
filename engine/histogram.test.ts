import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.ts';

function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

/** From 10 ns to 3 h, in milliseconds, equally often in every order of magnitude. */
const value = fc.double({ min: -5, max: 7, noNaN: true }).map(exponent => 10 ** exponent);
const values = fc.array(value, { minLength: 1, maxLength: 200 });

describe('a histogram', () => {
  it('knows every quantile to 0.4 %, and the mean and the extremes exactly', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        const histogram = histogramOf(list);
        const sorted = [...list].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(q * list.length)) - 1]!;
        expect(Math.abs(histogram.quantile(q) / exact - 1)).toBeLessThan(0.004);
        expect(histogram.min).toBe(sorted[0]);
        expect(histogram.max).toBe(sorted[sorted.length - 1]);
        expect(histogram.count).toBe(list.length);
        expect(histogram.mean).toBe(list.reduce((sum, each) => sum + each, 0) / list.length);
      }),
    );
  });

  it('merged with another is that of all values', () => {
    const quantiles = [0, 0.1, 0.5, 0.9, 0.99, 1];
    fc.assert(
      fc.property(values, fc.array(value), (left, right) => {
        const merged = histogramOf(left);
        merged.merge(histogramOf(right));
        const all = histogramOf([...left, ...right]);
        expect(quantiles.map(q => merged.quantile(q))).toEqual(quantiles.map(q => all.quantile(q)));
        expect([merged.count, merged.min, merged.max]).toEqual([all.count, all.min, all.max]);
        expect(merged.mean / all.mean).toBeCloseTo(1, 12);
      }),
    );
  });

  it('counts between two values, to the width of a bucket', () => {
    fc.assert(
      fc.property(values, value, value, (list, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const within = (low: number, high: number) => list.filter(each => each > low && each <= high).length;
        const counted = histogramOf(list).countBetween(from, to);
        // A bucket is at most 1/128 of its value wide.
        expect(counted).toBeGreaterThanOrEqual(within(from * (1 + 1 / 128), to * (1 - 1 / 128)));
        expect(counted).toBeLessThanOrEqual(within(from * (1 - 1 / 128), to * (1 + 1 / 128)));
      }),
    );
  });

  it('adjacent stretches count every value once', () => {
    const edges = Array.from({ length: 25 }, (_, i) => 10 ** ((i - 10) / 2));
    fc.assert(
      fc.property(values, list => {
        const histogram = histogramOf([0, ...list]);
        const counts = edges.map((edge, i) => histogram.countBetween(i === 0 ? 0 : edges[i - 1]!, edge));
        expect(counts.reduce((sum, each) => sum + each, 0)).toBe(list.length + 1);
      }),
    );
  });

  it('holds zero, and what is too small or too large for its buckets', () => {
    const histogram = histogramOf([0, 1e-12, 1e20]);
    expect(histogram.count).toBe(3);
    expect(histogram.min).toBe(0);
    expect(histogram.quantile(0.5)).toBeLessThan(1e-6);
    expect(histogram.max).toBe(1e20);
  });

  it.each<[string, () => Histogram]>([
    ['empty', () => new Histogram()],
    [
      'cleared',
      () => {
        const histogram = histogramOf([3, 4]);
        histogram.clear();
        return histogram;
      },
    ],
  ])('that is %s gives 0 for everything', (_, make) => {
    const { count, mean, min, max } = make();
    expect([count, mean, min, max, make().quantile(0.5), make().countBetween(0, 1e9)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
