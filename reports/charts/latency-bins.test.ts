import { describe, expect, test } from 'vitest';
import { latencyRange, logarithmicBins } from './latency-bins.ts';

const sums = (bins: readonly { readonly counts: readonly number[] }[]) =>
  bins.reduce(
    (all, { counts }) => all.map((sum, i) => sum + counts[i]!),
    bins[0]!.counts.map(() => 0),
  );

describe('logarithmic bins', () => {
  test('spread a bucket evenly over the logarithm and lose no request', () => {
    const buckets = [{ fromMs: 1, toMs: 100, counts: [60, 0] }];
    const bins = logarithmicBins(buckets, 4, [[1, 100], null]);
    // From 1 to 100 ms are two decades: each of four bins takes half a decade and a quarter of the requests.
    expect(bins.map(bin => bin.counts[0])).toEqual([15, 15, 15, 15].map(part => expect.closeTo(part)));
    expect(bins[1]!.fromMs).toBeCloseTo(Math.sqrt(10));
    expect(sums(bins)[0]).toBeCloseTo(60);
  });

  test('put a place with a single latency into a single bin, whatever its bucket', () => {
    const buckets = [
      { fromMs: 1, toMs: 10, counts: [40, 0] },
      { fromMs: 10, toMs: 100, counts: [0, 9] },
    ];
    const bins = logarithmicBins(buckets, 20, [
      [2, 2],
      [10, 100],
    ]);
    const filled = bins.filter(bin => bin.counts[0]! > 0);
    expect(filled).toHaveLength(1);
    expect(filled[0]!.fromMs).toBeLessThanOrEqual(2);
    expect(filled[0]!.toMs).toBeGreaterThan(2);
    expect(filled[0]!.counts[0]).toBe(40);
  });
});

test('there is no range where nothing took time, and always a wide one otherwise', () => {
  expect(latencyRange([{ fromMs: 0, toMs: 0, counts: [5] }])).toBeNull();
  expect(latencyRange([])).toBeNull();
  const [low, high] = latencyRange([{ fromMs: 3, toMs: 3, counts: [5] }])!;
  expect(low).toBeLessThan(high);
});
