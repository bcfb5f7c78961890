import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { buildHierarchy } from '../../engine/hierarchy/build.ts';
import { EXPIRED } from '../../engine/hierarchy/events.ts';

const IDS = 14;

/** A segmented LRU whose upper segments push entries out of the level although nobody needs their room, above a plain one. */
function twoLevels(upper: number, lower: number) {
  const levels = `L1=${upper}/9s/slru-n,L2=${lower}/9s/lru`;
  const options = { preset: 'exclusive-lru', levels, promotion: 'never' };
  const configuration = resolveConfiguration(options, { keys: IDS, bytes: null });
  return buildHierarchy(configuration, { universe: IDS, ttls: true, seed: 1 }).hierarchy;
}

test('an entry that its policy sheds after its lifetime ended leaves as expired: no level counts dead entries that lie elsewhere', () => {
  const request = fc.record({ id: fc.nat(IDS - 1), after: fc.nat(7), ttl: fc.integer({ min: 1, max: 9 }) });
  const capacity = fc.integer({ min: 2, max: 7 });
  let expired = 0;
  fc.assert(
    fc.property(capacity, capacity, fc.array(request, { minLength: 40, maxLength: 120 }), (upper, lower, requests) => {
      const hierarchy = twoLevels(upper, lower);
      let now = 0;
      for (const { id, after, ttl } of requests) {
        now += after / 4;
        hierarchy.advance(now);
        if (hierarchy.get(id, 0) === hierarchy.origin) hierarchy.fill(id, 0, 0, 1, ttl);
        for (const level of hierarchy.levels) {
          const dead = hierarchy.residents.firstDead(level);
          assert.ok(dead < 0 || hierarchy.residents.holds(level, dead), `${level.name} counts ${dead} as its own`);
        }
      }
      expired += hierarchy.levels[0]!.left[EXPIRED]!;
    }),
    { numRuns: 150 },
  );
  // Entries did die there.
  expect(expired).toBeGreaterThan(100);
});
