import { expect, it } from 'vitest';
import { idsOf, made } from './testing/made.ts';

it('is the one loop or the other where one of them gets all requests', () => {
  expect(idsOf(made('two-loops:short=2,long=3,share=1', 5))).toEqual([0, 1, 0, 1, 0]);
  expect(idsOf(made('two-loops:short=2,long=3,share=0', 5))).toEqual([0, 1, 2, 0, 1]);
});

it('goes round both, each in its own order, the short one as often as its share says', () => {
  const ids = idsOf(made('two-loops:short=10,long=50,share=0.75', 40_000));
  const firsts = [...new Set(ids)];
  expect(firsts).toHaveLength(60);
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  // Keys of a loop are asked for in turn, so their counts differ by one at most: about 3,000 for the short one, 200 for the long one.
  for (const [from, to, expected] of [
    [0, 10, 3_000],
    [10, 60, 200],
  ] as const) {
    const loop = sorted.slice(from, to);
    expect(loop[0]! - loop.at(-1)!).toBeLessThanOrEqual(1);
    expect(Math.abs(loop[0]! / expected - 1)).toBeLessThan(0.05);
  }
});
