import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { generate } from '../runners/generate.ts';
import { NOT_COUNTED } from './answers.ts';
import { Meter } from './meter.ts';

/** Requests answered by two levels and the origin in turn, after 1, 3 and 103 ms, one every two seconds; `skipped` records do not count. */
function metered(requests: number, skipped = 0): Meter {
  const latency = 'L1=fixed:ms=1,L2=fixed:ms=2,origin=fixed:ms=100';
  const options = { levels: 'L1=1/-/lru,L2=1/-/lru', latency, rate: '0.5' };
  const meter = new Meter(resolveConfiguration(options, { keys: 10, bytes: null }), 1, requests);
  let first = 0;
  for (const batch of generate('uniform', requests + skipped, 1).batches) {
    const answers = Uint8Array.from({ length: batch.length }, (_, i) =>
      first + i < skipped ? NOT_COUNTED : (first + i - skipped) % 3,
    );
    meter.addBatch(batch, answers, null, first);
    first += batch.length;
  }
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
    // The second window of 1,000 requests: 10 … 19, of which 12, 15 and 18 are the first level's and 11, 14 and 17 the origin's.
    const { from, seconds, answered, latencyMeanMs, latencyP99Ms } = metered(1_000).series[1]!;
    expect([from, seconds, answered]).toEqual([10, 20, [3, 4, 3]]);
    // (3 · 1 + 4 · 3 + 3 · 103) / 10
    expect(latencyMeanMs).toBeCloseTo(32.4, 10);
    // Of ten values the 99th percentile is the largest, to the precision of a histogram.
    expect(Math.abs(latencyP99Ms / 103 - 1)).toBeLessThan(0.004);
  });
});

it('latencies over all are those of the windows, by who answered', () => {
  const { latencies } = metered(250);
  expect(latencies.map(histogram => histogram.count)).toEqual([84, 83, 83]);
  expect(latencies.map(histogram => histogram.max)).toEqual([1, 3, 103]);
});

it('records that do not count leave no trace but their time', () => {
  const { requests, misses, series } = metered(30, 7);
  expect([requests, misses, series[0]!.seconds]).toEqual([30, 10, 14]);
});
