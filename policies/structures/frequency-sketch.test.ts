import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CountMinTwin } from '../../test/eviction/twins/count-min.ts';
import { casesOf } from '../../test/property-runs.ts';
import { FrequencySketch } from './frequency-sketch.ts';

const UNIVERSE = 300;

it('estimates what a sketch with a number for each counter does', () => {
  // Mostly one id, so that its counters are full for a while.
  const id = fc.oneof({ weight: 3, arbitrary: fc.constant(7) }, { weight: 2, arbitrary: fc.nat(UNIVERSE - 1) });
  const ids = fc.array(id, { maxLength: 400, size: 'max' });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.constantFrom(0.01, 1, 10), ids, (entries, sample, requests) => {
      const sketch = new FrequencySketch(UNIVERSE, entries, sample);
      const twin = new CountMinTwin(entries, sample);
      for (const each of requests) {
        sketch.increment(each);
        twin.increment(each);
        const expected = twin.of(each);
        expect(sketch.of(each)).toBe(expected);
        expect([expected - 1, expected].map(count => sketch.exceeds(each, count))).toEqual([true, false]);
      }
      for (let each = 0; each < UNIVERSE; each++) expect(sketch.of(each)).toBe(twin.of(each));
    }),
    { numRuns: casesOf(30) },
  );
});

it('hashes large ids as it does small ones', () => {
  const first = 2 ** 31 - 1 - UNIVERSE;
  const twin = new CountMinTwin(64, 1_000);
  // Ids that are not counted have estimates too: those of the counters that they share.
  const sketch = new FrequencySketch(UNIVERSE, 64, 1_000);
  for (let id = 0; id < UNIVERSE; id++) {
    sketch.increment(id);
    twin.increment(id);
  }
  for (let id = first; id < first + UNIVERSE; id++) expect(sketch.of(id)).toBe(twin.of(id));
});

it('never estimates too low while nothing is halved, and too high where counters are shared', () => {
  // One entry: four counters in a row for 300 ids.
  const sketch = new FrequencySketch(UNIVERSE, 1, 1_000_000);
  for (let id = 0; id < UNIVERSE; id++) sketch.increment(id);
  const estimates = Array.from({ length: UNIVERSE }, (_, id) => sketch.of(id));
  expect(Math.min(...estimates)).toBe(15);
});
