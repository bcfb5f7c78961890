import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import { checkLaws } from '../../engine/hierarchy/laws.ts';
import { replay } from '../../engine/replay/replay.ts';
import { InputError } from '../../spec/input-error.ts';
import { GET, NO_TTL, SET } from '../../workloads/requests.ts';
import { drive, type Watcher } from './drive.ts';
import { requestsOf } from './records.ts';
import { type Scenario, scenarios } from './scenario.ts';

const COLUMNS = ['time', 'op', 'type', 'priority', 'ttl'] as const;

test('any configuration keeps its books, its promises and its word', () => {
  fc.assert(fc.property(scenarios, check), { numRuns: Number(process.env.RUNS ?? 400), seed: process.env.SEED ? Number(process.env.SEED) : undefined });
});

function check(scenario: Scenario): void {
  if (process.env.LOG) writeFileSync(process.env.LOG, JSON.stringify(scenario));
  const { records, sized, warmup } = scenario;
  const requests = requestsOf(records, sized ? [...COLUMNS, 'size'] : COLUMNS);
  const { universe } = requests;
  let configuration: Configuration;
  try {
    configuration = resolveConfiguration(scenario.options, { keys: universe, bytes: requests.bytes });
  } catch (error) {
    assert.ok(error instanceof InputError, `${error}`);
    return;
  }
  const driven = drive(records, configuration, universe, true, watch(configuration, universe));
  if (warmup < requests.gets) {
  const run = replay(requests, configuration, { seed: 1, warmup });
  const broken = checkLaws(run.hierarchy, { ...run, universe }).filter(law => !law.holds);
  assert.deepEqual(broken, []);
  const counted = driven.answers.filter(store => store >= 0).slice(warmup);
  assert.deepEqual(run.meter.latencies.map(l => l.count), run.meter.latencies.map((_, store) => counted.filter(s => s === store).length));
  }
}

function watch(configuration: Configuration, universe: number): Watcher {
  const { inclusion, lifetime, coherence, levels, partitionLevels, partitions } = configuration;
  const longest = Math.max(...levels.map(level => level.ttlSeconds ?? Number.POSITIVE_INFINITY));
  const born = new Float64Array(universe);
  const ttls = new Float64Array(universe);
  const exact = lifetime === 'carry' && coherence === 'supersede';
  return {
    after({ id, time, op, type, ttl }, hierarchy, store) {
      if (inclusion === 'exclusive') checkExclusive(hierarchy, universe);
      if (inclusion === 'inclusive') checkInclusive(hierarchy, universe);
      for (const store of hierarchy.stores) assert.ok(store.used <= store.capacity);
      if (op === GET && store < hierarchy.origin && exact) {
        const life = ttls[id] === NO_TTL ? (store < partitionLevels.length ? partitionLevels[store]!.ttlSeconds! : longest) : ttls[id]!;
        assert.ok(time - born[id]! <= life, `age ${time - born[id]!} of ${id}, lifetime ${life}`);
      }
      if (op === SET || store === hierarchy.origin) {
        born[id] = time;
        ttls[id] = ttl;
      }
      if (exact) assert.equal(hierarchy.staleHits, 0);
    },
  };
}

function checkExclusive(hierarchy: Hierarchy, universe: number): void {
  for (let id = 0; id < universe; id++)
    assert.ok(hierarchy.levels.filter(level => hierarchy.residents.holds(level, id)).length <= 1, 'exclusive');
}

function checkInclusive({ levels, residents }: Hierarchy, universe: number): void {
  for (let id = 0; id < universe; id++)
    for (const [depth, level] of levels.slice(1).entries())
      assert.ok(!residents.holds(levels[depth]!, id) || residents.holds(level, id), 'inclusive');
}
