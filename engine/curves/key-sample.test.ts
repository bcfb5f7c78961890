import { describe, expect, it } from 'vitest';
import { chooseKeys, dealKeys, type KeySample } from './key-sample.ts';

/** Which of so many ids are chosen. */
function chosen(sample: KeySample, universe: number): number[] {
  const places = new Int32Array(universe);
  return [
    ...places.subarray(
      0,
      sample.find(
        Int32Array.from({ length: universe }, (_, id) => id),
        universe,
        places,
      ),
    ),
  ];
}

describe('a sample of keys', () => {
  it('has the number of keys that was asked for, one of each run', () => {
    const ids = chosen(chooseKeys(10_007, 100, 1), 10_007);
    // Run k ends before id ⌊(k + 1) × 100.07⌋.
    expect(ids.map(id => Math.floor((id + 1) / 100.07 - 1e-9))).toEqual(Array.from({ length: 100 }, (_, k) => k));
  });

  it('is every key when all are asked for', () => {
    expect(chosen(chooseKeys(70, 70, 3), 70)).toEqual(Array.from({ length: 70 }, (_, id) => id));
  });

  it('follows no order of the ids: each place of a run is taken as often as any other, whatever the place before was', () => {
    const places = chosen(chooseKeys(1_000_000, 100_000, 7), 1_000_000).map(id => id % 10);
    const pairs = new Map<number, number>();
    for (let k = 1; k < places.length; k++) {
      const pair = 10 * places[k - 1]! + places[k]!;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    // 1,000 of each of 100 pairs are expected. Chi square with 99 degrees of freedom exceeds 149 once in a thousand times.
    const counts = Array.from({ length: 100 }, (_, pair) => pairs.get(pair) ?? 0);
    expect(counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(149);
  });

  it('is another one for another seed', () => {
    const [one, two] = [1, 2].map(seed => new Set(chosen(chooseKeys(100_000, 1_000, seed), 100_000)));
    // One key of 100 in each run: about ten of a thousand are in both.
    expect([...one!].filter(id => two!.has(id)).length).toBeLessThan(30);
  });
});

it.each([
  [1_003, 100],
  // All of a block, and blocks without any.
  [300, 300],
  [1_000, 3],
])('of %i keys the %i chosen are numbered as they come', (universe, keys) => {
  const sample = chooseKeys(universe, keys, 1);
  expect(sample.keys).toBe(keys);
  const ids = Int32Array.from(chosen(sample, universe));
  expect([...sample.ranks(ids, Int32Array.from(ids.keys()))]).toEqual(Array.from({ length: keys }, (_, k) => k));
});

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('finds every place of a chosen id in a column of %i', length => {
  const all = chooseKeys(3, 3, 1);
  const one = chooseKeys(3, 1, 1);
  const ids = Int32Array.from({ length }, (_, i) => (i * i) % 3);
  const found = (sample: KeySample) => {
    const places = new Int32Array(length);
    return [...places.subarray(0, sample.find(ids, length, places))];
  };
  const [id] = chosen(one, 3);
  expect(found(all)).toEqual([...ids.keys()]);
  expect(found(one)).toEqual([...ids.keys()].filter(place => ids[place] === id));
});

it('keys are dealt to groups that are about equally large', () => {
  const sizes = new Int32Array(8);
  for (const group of dealKeys(8_000, 8, 1)) sizes[group]!++;
  // 1,000 each, with a standard deviation of 30.
  for (const size of sizes) expect(Math.abs(size - 1_000)).toBeLessThan(120);
});
