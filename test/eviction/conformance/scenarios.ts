import fc from 'fast-check';
import type { Scenario } from '../paired-cache.ts';

/** What hosts ask of a policy that counts entries; ids leave and come back often. */
export const inEntries: fc.Arbitrary<Scenario> = fc
  .integer({ min: 1, max: 20 })
  .chain(capacity => scenarios('entries', capacity, 2 * capacity + 2, 1));

/** The same with room for one entry. */
export const inOneEntry: fc.Arbitrary<Scenario> = scenarios('entries', 1, 4, 1);

/** The same of a policy that counts bytes; an id may come back with another size. */
export const inBytes: fc.Arbitrary<Scenario> = fc
  .integer({ min: 1, max: 60 })
  .chain(capacity => scenarios('bytes', capacity, 20, 12));

function scenarios(unit: Scenario['unit'], capacity: number, ids: number, maxSize: number): fc.Arbitrary<Scenario> {
  const step = fc.record({
    operation: fc.constantFrom('request', 'request', 'request', 'request', 'request', 'request', 'peek', 'remove'),
    id: fc.nat({ max: ids - 1 }),
    size: fc.integer({ min: 1, max: maxSize }),
    looksFirst: fc.boolean(),
    // Few, so that many are equal.
    expiresAt: fc.constantFrom(1, 2, 3, 4, 5, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  });
  const steps = fc.array(step, { maxLength: 150, size: 'max' });
  return fc.record({
    unit: fc.constant(unit),
    capacity: fc.constant(capacity),
    expiring: fc.boolean(),
    ids: fc.constant(ids),
    steps,
  });
}
