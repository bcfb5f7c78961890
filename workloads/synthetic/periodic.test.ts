import { describe, expect, it } from 'vitest';
import { chiSquare } from './testing/chi-square.ts';
import { made, type Written, written } from './testing/made.ts';

/** The times of each id, in order. */
function timesOf(records: readonly Written[]): number[][] {
  const times: number[][] = [];
  for (const { id, time } of records) {
    times[id] ??= [];
    times[id].push(time);
  }
  return times;
}

const gapsOf = (times: readonly number[]) => times.slice(1).map((time, i) => time - times[i]!);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether values between two limits are spread evenly. */
function expectEven(values: readonly number[], low: number, high: number) {
  const counts = new Float64Array(20);
  for (const value of values) counts[Math.floor((20 * (value - low)) / (high - low))]!++;
  const { statistic, limit } = chiSquare(counts, new Float64Array(20).fill(0.05), values.length);
  expect(statistic).toBeLessThan(limit);
}

describe('periodic', () => {
  it.each([
    ['', 60, 180],
    [',shortest=10s,longest=40s', 10, 40],
  ])('gives each key a period and a phase of its own, evenly drawn%s', (spec, shortest, longest) => {
    // A key is asked for at least 20,000 / 2,000 / 4 = 2.5 times, as no period is more than four times another; the rounding of a
    // time of some thousand seconds is below 10^-12.
    const times = timesOf(written(made(`periodic:background=0,jitter=0${spec}`, 20_000)));
    const gaps = times.map(gapsOf);
    const periods = gaps.map(mean);
    expect(times).toHaveLength(2_000);
    for (const [key, each] of gaps.entries())
      if (each.some(gap => Math.abs(gap - periods[key]!) > 1e-9)) expect.fail(`intervals ${each}`);
    // The lowest and the highest 0.5 % of the range are each empty with P = (1 - 0.005)^2000 = e^-10.
    const margin = 0.005 * (longest - shortest);
    expect(Math.min(...periods)).toBeGreaterThan(shortest - 1e-9);
    expect(Math.min(...periods)).toBeLessThan(shortest + margin);
    expect(Math.max(...periods)).toBeLessThan(longest + 1e-9);
    expect(Math.max(...periods)).toBeGreaterThan(longest - margin);
    expectEven(periods, shortest, longest);
    expectEven(
      times.map((each, key) => each[0]! / periods[key]!),
      0,
      1,
    );
  });

  it.each([0.01, 0.05])('varies every interval by a jitter of %d of the period, from the last request on', jitter => {
    const times = timesOf(written(made(`periodic:keys=50,background=0,jitter=${jitter}`, 40_000)));
    let squares = 0;
    let freedom = 0;
    let products = 0;
    for (const gaps of times.map(gapsOf)) {
      const period = mean(gaps);
      const deviations = gaps.map(gap => gap / period - 1);
      for (const [i, deviation] of deviations.entries()) {
        squares += deviation ** 2;
        if (i > 0) products += deviation * deviations[i - 1]!;
      }
      freedom += gaps.length - 1;
    }
    // An estimate of a standard deviation from n intervals has one of its own of 1 / √(2n) of it.
    const found = Math.sqrt(squares / freedom);
    expect(Math.abs(found / jitter - 1)).toBeLessThan(5 / Math.sqrt(2 * freedom));
    // Intervals are independent: were times, not intervals, to vary around a schedule, neighbours would correlate by -1/2.
    expect(Math.abs(products / squares)).toBeLessThan(5 / Math.sqrt(freedom));
  });

  it.each([0.5, 0.2])('gives a share of %d to a Poisson process beside the periodic keys', share => {
    // One key in the background has all of it: by far the most requests.
    const records = written(made(`periodic:background-keys=1,background=${share}`, 100_000));
    const times = timesOf(records).reduce((most, each) => (each.length > most.length ? each : most));
    // In the time in which m periodic requests come, their number hardly varies; that of the others, n, varies by √n. So
    // n / (n + m) varies by m √n / (n + m)².
    expect(Math.abs(times.length / 100_000 - share)).toBeLessThan(5 * (1 - share) * Math.sqrt(share / 100_000));
    const gaps = gapsOf(times);
    const average = mean(gaps);
    expectEven(
      gaps.map(gap => Math.exp(-gap / average)),
      0,
      1,
    );
  });

  it('draws the other keys by popularity', () => {
    // Of 11 keys the periodic one has 1 % of the requests, less than rank 10 with 0.99 × 3.4 %; ranks 9 and 10 lie 375 of
    // 99,000 requests apart, six standard deviations: sorting finds the order.
    const records = written(made('periodic:keys=1,background=0.99,background-keys=10,alpha=1', 100_000));
    const counts = timesOf(records)
      .map(({ length }) => length)
      .sort((a, b) => b - a);
    expect(counts).toHaveLength(11);
    const weights = Array.from({ length: 10 }, (_, rank) => 1 / (rank + 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const { statistic, limit } = chiSquare(
      counts.slice(0, 10),
      weights.map(weight => weight / sum),
      100_000 - counts[10]!,
    );
    expect(statistic).toBeLessThan(limit);
  });

  it('puts all requests in the order of their times', () => {
    const records = written(made('periodic:jitter=0.15', 100_000));
    expect(records.filter(({ time }, i) => i > 0 && time < records[i - 1]!.time)).toEqual([]);
  });

  it('refuses a shortest period that is longer than the longest', () => {
    expect(() => made('periodic:shortest=5m,longest=4m', 1)).toThrow(
      'periodic: shortest=300s is more than longest=240s',
    );
  });
});
