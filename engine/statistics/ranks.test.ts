import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { Popularity } from './popularity.ts';
import { keysAtRanks, rankCurve, spacedRanks } from './ranks.ts';

function popularityOf(ids: readonly number[]): Popularity {
  const recorder = new Recorder([]);
  for (const id of ids) recorder.add(id);
  const { universe, batches } = recorder.finish();
  const popularity = new Popularity(universe);
  for (const batch of batches) popularity.take(batch);
  return popularity;
}

it('ranks are all there are, or evenly spaced on a logarithmic axis from the first to the last', () => {
  expect(spacedRanks(4, 5)).toEqual([1, 2, 3, 4]);
  // Steps of 1,000 ^ (1 / 3) = 10.
  expect(spacedRanks(1000, 4)).toEqual([1, 10, 100, 1000]);
  expect(spacedRanks(0, 4)).toEqual([]);
  expect(spacedRanks(1e7, 100).length).toBeLessThanOrEqual(100);
});

it('the curve of frequencies falls from the most popular key to the least', () => {
  expect(rankCurve(popularityOf([0, 1, 1, 2, 2, 2]), 9)).toEqual([
    { rank: 1, requests: 3 },
    { rank: 2, requests: 2 },
    { rank: 3, requests: 1 },
  ]);
});

it('keys at ranks are those of a sort by frequency, first seen first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 2, max: 12 }),
      (raw, most) => {
        const order = [...new Set(raw)];
        const ids = raw.map(each => order.indexOf(each));
        const popularity = popularityOf(ids);
        const sorted = order.map((_, id) => id).sort((a, b) => popularity.gets[b]! - popularity.gets[a]! || a - b);
        const { keys, ids: found } = keysAtRanks(popularity, most);
        expect([...found]).toEqual(keys.map(({ rank }) => sorted[rank - 1]));
      },
    ),
  );
});
