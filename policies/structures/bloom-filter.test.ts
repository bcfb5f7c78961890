import { expect, test } from 'vitest';
import { BloomFilter, ExactSet } from './bloom-filter.ts';

const IDS = 20_000;

/** A filter made for so many ids and filled with them: 0, 2, 4, … */
function filled(bits: number): BloomFilter {
  const filter = new BloomFilter(IDS, bits);
  for (let id = 0; id < IDS; id++) filter.add(2 * id);
  return filter;
}

/** Share of the odd ids, which were never added, that are taken for members. */
function mistakes(filter: BloomFilter): number {
  let count = 0;
  for (let id = 0; id < IDS; id++) if (filter.has(2 * id + 1)) count++;
  return count / IDS;
}

test.each([1, 4, 10])(
  'with %i bits an id no member is missed, and others are mistaken as often as theory says',
  bits => {
    const filter = filled(bits);
    for (let id = 0; id < IDS; id++) expect(filter.has(2 * id)).toBe(true);
    // k = 1, 3, 7: 0.632, 0.147, 0.0082; five standard deviations of a share of 20,000.
    const k = Math.max(1, Math.round(bits * Math.LN2));
    const expected = (1 - Math.exp(-k / bits)) ** k;
    expect(Math.abs(mistakes(filter) - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / IDS));
  },
);

test('an emptied filter has no members', () => {
  const filter = filled(4);
  filter.clear();
  for (let id = 0; id < 2 * IDS; id++) expect(filter.has(id)).toBe(false);
});

test('the exact set has its members and no others until it is emptied', () => {
  const set = new ExactSet(10);
  for (const id of [3, 7, 3]) set.add(id);
  const members = () => Array.from({ length: 10 }, (_, id) => id).filter(id => set.has(id));
  expect(members()).toEqual([3, 7]);
  set.clear();
  expect(members()).toEqual([]);
});
