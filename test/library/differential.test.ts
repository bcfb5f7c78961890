import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { InputError } from '../../spec/input-error.ts';
import { GET, NO_TTL } from '../../workloads/requests.ts';
import type { TestRecord } from '../hierarchy/records.ts';
import { type Scenario, scenarios } from '../hierarchy/scenario.ts';
import { numbered } from './numbered.ts';
import { sameAsSimulated } from './same-as-simulated.ts';

test('any configuration does the same to the same requests, whether the library or the simulator drives it', async () => {
  let compared = 0;
  const check = async (scenario: Scenario) => {
    if (await compare(scenario)) compared++;
  };
  await fc.assert(fc.asyncProperty(scenarios, check), { numRuns: 150 });
  expect(compared).toBeGreaterThan(80);
}, 30_000);

/** @returns whether there was something to compare */
async function compare(scenario: Scenario): Promise<boolean> {
  const configuration = resolved(scenario);
  if (!configuration) return false;
  try {
    await sameAsSimulated(configuration, numbered(scenario.records), { rememberedKeys: 200 });
    return true;
  } catch (error) {
    // Clairvoyant policies are for simulations, and the axes of some scenarios do not go together.
    if (!(error instanceof InputError)) throw error;
    return false;
  }
}

function resolved({ options, columns }: Scenario): Configuration | null {
  try {
    return resolveConfiguration(options, { keys: 24, bytes: columns.includes('size') ? 500 : null });
  } catch (error) {
    assert.ok(error instanceof InputError, `${error}`);
    return null;
  }
}

const step = fc.record({
  id: fc.nat({ max: 39 }),
  seconds: fc.integer({ min: 0, max: 8 }),
  op: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2),
  type: fc.nat({ max: 3 }),
  priority: fc.nat({ max: 2 }),
  ttl: fc.constantFrom(NO_TTL, NO_TTL, 3, 20),
});

const records = fc.array(step, { minLength: 100, maxLength: 300, size: 'max' }).map(steps => {
  let time = 0;
  return numbered(
    steps.map(({ seconds, ...rest }): TestRecord => {
      time += seconds;
      return { ...rest, size: 1, time };
    }),
  );
});

const SMALL = 'L1=2/20s,L2=4/40s,L3=8/80s';

describe.each(['tierlab', 'exclusive-lru', 'reference', 'flat'])('preset %s', preset => {
  const configuration = resolveConfiguration({ preset, levels: SMALL }, { keys: 40, bytes: null });

  test('does the same in both', async () => {
    await fc.assert(
      fc.asyncProperty(records, async list => {
        await sameAsSimulated(configuration, list, { rememberedKeys: 40 });
      }),
      { numRuns: 40 },
    );
  });
});

// These remember nothing of keys that have left: that ids go from key to key must not show.
describe.each(['exclusive-lru', 'reference', 'flat'])('preset %s, with more keys than ids', preset => {
  const configuration = resolveConfiguration({ preset, levels: SMALL, partitions: 'none' }, { keys: 40, bytes: null });

  test('does the same as a simulation in which each key keeps its own', async () => {
    let recycled = 0;
    await fc.assert(
      fc.asyncProperty(records, async list => {
        const stats = await sameAsSimulated(configuration, list, { rememberedKeys: 1 });
        recycled += stats.forgottenKeys;
      }),
      { numRuns: 40 },
    );
    expect(recycled).toBeGreaterThan(1_000);
  });
});

test('the comparison notices a configuration that differs', async () => {
  const configuration = resolveConfiguration({ preset: 'exclusive-lru', levels: SMALL }, { keys: 40, bytes: null });
  const list = Array.from({ length: 100 }, (_, i) => ({ ...GETS, id: (i * i) % 17, time: i }));
  const other = { ...configuration, promotion: 'never' };
  await expect(sameAsSimulated(configuration, numbered(list), { rememberedKeys: 40 }, other)).rejects.toThrow();
});

const GETS = { op: GET, size: 1, type: 0, priority: 0, ttl: NO_TTL };
