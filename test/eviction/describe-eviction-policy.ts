import fc from 'fast-check';
import { describe, test } from 'vitest';
import { resolveEviction } from '../../engine/build-policy.ts';
import { type CreateTwin, PairedCache, type Scenario } from './paired-cache.ts';

/**
 * Holds an eviction policy to the contract under random operations of a host: it evicts residents only, `evict` keeps to what
 * `victim` has just said, and removed ids are forgotten. With a twin, both choose the same victims all along.
 */
export function describeEvictionPolicy(spec: string, createTwin?: CreateTwin): void {
  const { capabilities } = resolveEviction(spec, false, 'test').entry;
  const title = createTwin ? 'chooses the same victims as its naive twin' : 'keeps to the contract';
  describe(spec, () => {
    test(`${title}, in entries`, () => check(inEntries(false)));
    if (capabilities.sized) test(`${title}, in bytes`, () => check(inBytes(capabilities.expiring)));
    if (capabilities.expiring) test(`${title}, with lifetimes`, () => check(inEntries(true)));
  });

  function check(scenarios: fc.Arbitrary<Scenario>): void {
    const property = fc.property(scenarios, scenario => {
      const cache = new PairedCache(spec, createTwin, scenario);
      for (const [at, step] of scenario.steps.entries()) cache.perform(step, at);
      cache.drain();
    });
    fc.assert(property, { numRuns: 100 });
  }
}

function inEntries(expiring: boolean): fc.Arbitrary<Scenario> {
  return fc
    .integer({ min: 1, max: 20 })
    .chain(capacity => scenarios({ unit: 'entries', capacity, ids: 2 * capacity + 2, expiring }, 1));
}

function inBytes(expiring: boolean): fc.Arbitrary<Scenario> {
  return fc
    .integer({ min: 1, max: 60 })
    .chain(capacity => scenarios({ unit: 'bytes', capacity, ids: 20, expiring }, 12));
}

function scenarios(setting: Omit<Scenario, 'steps'>, maxSize: number): fc.Arbitrary<Scenario> {
  const step = fc.record({
    operation: fc.constantFrom('request', 'request', 'request', 'request', 'request', 'request', 'peek', 'remove'),
    id: fc.nat({ max: setting.ids - 1 }),
    size: fc.integer({ min: 1, max: maxSize }),
    looksFirst: fc.boolean(),
    // Few, so that many are equal.
    expiresAt: fc.constantFrom(1, 2, 3, 4, 5, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  });
  const steps = fc.array(step, { maxLength: 150, size: 'max' });
  return steps.map(each => ({ ...setting, steps: each }));
}
