import { expect, test } from 'vitest';
import { Comparison } from './validation.ts';

const default10 = [10, 11, 9, 10, 12, 8, 10, 11, 9, 10];

test('a gain is a share of the mean of the other, with an interval, and better only where all of it is', () => {
  const gain = new Comparison(10, 1, 'latency').gain(
    default10.map(each => each - 1),
    default10,
  );
  // One less of ten on average, on every seed.
  expect(gain).toMatchObject({ mean: 0.1, verdict: 'better' });
  expect(gain.low).toBeCloseTo(0.1, 10);
  const mixed = new Comparison(10, 1, 'latency').gain(
    default10.map((each, i) => each + (i % 2 ? 1 : -1)),
    default10,
  );
  expect(mixed.verdict).toBe('no real difference');
  expect(mixed.low).toBeLessThan(0);
  expect(mixed.high).toBeGreaterThan(0);
});

test('more misses are worse, more hits better, and a gain of nothing is none', () => {
  const ratios = new Comparison(10, 1, 'hitRatio');
  const hits = default10.map(each => each / 20);
  expect(
    ratios.gain(
      hits.map(each => each - 0.1),
      hits,
    ),
  ).toMatchObject({ verdict: 'worse' });
  expect(
    ratios.gain(
      hits.map(each => each + 0.1),
      hits,
    ),
  ).toMatchObject({ verdict: 'better' });
  expect(ratios.gain(hits, hits)).toMatchObject({ mean: 0, verdict: 'no real difference' });
  // Certain, and too small to matter.
  expect(
    ratios.gain(
      hits.map(each => each + 0.0005),
      hits,
    ),
  ).toMatchObject({ verdict: 'no real difference' });
});
