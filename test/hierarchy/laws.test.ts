import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { checkLaws } from '../../engine/hierarchy/laws.ts';
import { replay } from '../../engine/replay/replay.ts';
import { InputError } from '../../spec/input-error.ts';
import { casesOf, patienceOf } from '../property-runs.ts';
import { drive } from './drive.ts';
import { requestsOf } from './records.ts';
import { IDS, type Scenario, scenarios } from './scenario.ts';
import { Witness } from './witness.ts';

test(
  'any configuration keeps its books and its promises on any requests, and the replay does what the plain drive does',
  () => {
    fc.assert(fc.property(scenarios, check), { numRuns: casesOf(200) });
  },
  patienceOf(60_000),
);

/** One id is never asked for: the levels are emptied for it in the end. */
const UNIVERSE = IDS + 1;

function check(scenario: Scenario): void {
  const { records, columns, warmup } = scenario;
  const requests = requestsOf(records, columns, UNIVERSE);
  const configuration = resolve(scenario, UNIVERSE, requests.bytes);
  if (!configuration) return;
  const ttls = columns.includes('ttl');
  const witness = new Witness(configuration, UNIVERSE);
  witness.finish(drive(records, configuration, UNIVERSE, ttls, witness).hierarchy);
  if (warmup >= requests.gets) return;
  const run = replay(requests, configuration, { seed: 1, warmup });
  const broken = checkLaws(run.hierarchy, { ...run, universe: UNIVERSE }).filter(law => !law.holds);
  assert.deepEqual(broken, []);
  const { answers } = drive(records, configuration, UNIVERSE, ttls);
  const counted = answers.filter(store => store >= 0).slice(warmup);
  assert.deepEqual(
    run.meter.latencies.map(latency => latency.count),
    run.meter.latencies.map((_, store) => counted.filter(each => each === store).length),
  );
}

/** Null for axes that do not go together. */
function resolve({ options }: Scenario, keys: number, bytes: number | null): Configuration | null {
  try {
    return resolveConfiguration(options, { keys, bytes });
  } catch (error) {
    assert.ok(error instanceof InputError, `${error}`);
    return null;
  }
}
