import { describe, expect, it } from 'vitest';
import { Meter } from './meter.ts';

/** Requests answered by two stores and the origin in turn, in as many milliseconds as their number, one every two seconds. */
function metered(requests: number): Meter {
  const meter = new Meter(2, requests);
  for (let i = 0; i < requests; i++) meter.add(i % 3, i, 2 * i);
  meter.finish();
  return meter;
}

describe('the series', () => {
  it('has a hundred windows of the same length, and a shorter one at the end', () => {
    // 250 requests: 84 windows of ceil(250 / 100) = 3, of which the last has 1.
    const { series } = metered(250);
    expect(series.map(point => point.requests)).toEqual([...Array(83).fill(3), 1]);
    expect(series.map(point => point.from)).toEqual(Array.from({ length: 84 }, (_, i) => 3 * i));
  });

  it('has a window for each of a few requests', () => {
    expect(metered(7).series).toHaveLength(7);
    expect(metered(0).series).toEqual([]);
  });

  it('says of a window when it began, who answered and how long that took', () => {
    // The second window of 1,000 requests: 10 … 19, of which 12, 15 and 18 are the first store's, 11 % 3 = 2 the origin's.
    const { from, seconds, answered, latencyMeanMs, latencyP99Ms } = metered(1_000).series[1]!;
    expect([from, seconds, answered, latencyMeanMs]).toEqual([10, 20, [3, 4, 3], 14.5]);
    // Of ten values the 99th percentile is the largest, to the precision of a histogram.
    expect(Math.abs(latencyP99Ms / 19 - 1)).toBeLessThan(0.004);
  });
});

it('latencies over all are those of the windows, by who answered', () => {
  const { latencies } = metered(250);
  expect(latencies.map(histogram => histogram.count)).toEqual([84, 83, 83]);
  // The first store answered 0, 3, … 249 ms.
  expect([latencies[0]!.min, latencies[0]!.mean, latencies[0]!.max]).toEqual([0, 124.5, 249]);
});
