import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentFrequency } from './recent-frequency.ts';

const UNIVERSE = 4;

it('is that of counters up to 15, all halved after every window', () => {
  // Mostly one id, so that its count reaches 15.
  const id = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(UNIVERSE - 1) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(id, { maxLength: 200 }), (length, ids) => {
      const frequency = new RecentFrequency(UNIVERSE, length);
      let counts = Array<number>(UNIVERSE).fill(0);
      for (const [i, asked] of ids.entries()) {
        frequency.increment(asked);
        counts[asked] = Math.min(15, counts[asked]! + 1);
        if ((i + 1) % length === 0) counts = counts.map(count => Math.floor(count / 2));
        expect(counts.map((_, each) => frequency.of(each))).toEqual(counts);
      }
    }),
  );
});

it('of an id that was not requested for four windows is 0, and stays it', () => {
  const frequency = new RecentFrequency(2, 20);
  for (let i = 0; i < 20; i++) frequency.increment(0);
  const seen: number[] = [];
  for (let window = 0; window < 40; window++) {
    seen.push(frequency.of(0));
    for (let i = 0; i < 20; i++) frequency.increment(1);
  }
  // 15, halved at the end of each window.
  expect(seen).toEqual([7, 3, 1, ...Array(37).fill(0)]);
});
