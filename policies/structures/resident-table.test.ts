import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ResidentTable } from './resident-table.ts';

const UNIVERSE = 10;

test('it holds what was inserted and not removed, each at one place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(UNIVERSE - 1), { maxLength: 60 }), ids => {
      const table = new ResidentTable(UNIVERSE);
      const members = new Set<number>();
      for (const id of ids) {
        if (members.delete(id)) table.remove(id);
        else {
          table.insert(id);
          members.add(id);
        }
        const places = Array.from({ length: table.count }, (_, place) => table.at(place));
        expect(places.toSorted()).toEqual([...members].toSorted());
        for (let each = 0; each < UNIVERSE; each++) expect(table.has(each)).toBe(members.has(each));
      }
    }),
  );
});

test('equal parts of [0, 1) draw each member', () => {
  const table = new ResidentTable(UNIVERSE);
  for (const id of [7, 3, 5, 9]) table.insert(id);
  table.remove(3);
  const drawn = [0, 0.3, 0.34, 0.6, 0.67, 0.99].map(random => table.draw(random));
  expect(drawn[0]).toBe(drawn[1]);
  expect(drawn[2]).toBe(drawn[3]);
  expect(drawn[4]).toBe(drawn[5]);
  expect([...new Set(drawn)].toSorted()).toEqual([5, 7, 9]);
});
