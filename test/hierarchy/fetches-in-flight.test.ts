import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { test } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { checkLaws } from '../../engine/hierarchy/laws.ts';
import { checkOriginLaws } from '../../engine/origin/laws.ts';
import { checkPrefetchLaws } from '../../engine/prediction/laws.ts';
import { type Replay, replay } from '../../engine/replay/replay.ts';
import { predictors } from '../../policies/prediction/catalog.ts';
import { InputError } from '../../spec/input-error.ts';
import type { Requests } from '../../workloads/requests.ts';
import { casesOf, patienceOf } from '../property-runs.ts';
import { requestsOf } from './records.ts';
import { IDS, type Scenario, scenarios } from './scenario.ts';

/** Of the parameters that make predictors wary, values with which they propose much. */
const BOLD = { threshold: 0.02, support: 1, confirmations: 1, shortest: 2, trigger: 'always' } as const;

const bold = predictors.map(({ name, parameters }) => {
  const values = Object.entries(BOLD).filter(([parameter]) => parameter in parameters);
  return `${name}:${values.map(([parameter, value]) => `${parameter}=${value},`).join('')}`;
});

/** Fetches that take from no time to many requests, and predictors that propose much. */
const behind: fc.Arbitrary<Options> = fc.record({
  inflight: fc.constantFrom('coalesce', 'stampede'),
  originConcurrency: fc.constantFrom('-', '1', '3'),
  staleWhileRevalidate: fc.constantFrom('-', '0.5', '3', '30'),
  latency: fc.constantFrom('origin=fixed:ms=0', 'origin=fixed:ms=600', 'origin=lognormal:median=900'),
  prediction: fc
    .tuple(
      fc.constantFrom(...bold),
      fc.constantFrom(
        'throttle=false',
        'throttle=true',
        'throttle=false,queue=1',
        'throttle=false,position=lru',
        'throttle=false,budget=1,level=1',
      ),
    )
    .map(([predictor, how]) => predictor + how),
});

test(
  'with fetches under way and ahead of demand all books balance, prediction’s too',
  () => {
    fc.assert(fc.property(scenarios, behind, check), { numRuns: casesOf(200) });
  },
  patienceOf(60_000),
);

function check({ records, columns, warmup, options }: Scenario, timed: Options): void {
  // Ids are their own keys, for predictors that reckon with them.
  const keys = { kind: 'range', ids: Int32Array.from({ length: IDS }, (_, id) => id) } as const;
  const requests = { ...requestsOf(records, columns, IDS), keys };
  // Others are drawn in place of what cannot be run, so that as many are as the property says.
  fc.pre(warmup < requests.gets);
  const run = runOrRefuse(requests, { ...options, ...timed }, warmup);
  fc.pre(run !== null);
  const laws = [
    ...checkLaws(run.hierarchy, { ...run, universe: IDS }),
    ...checkOriginLaws(run.origin!, run.meter),
    ...checkPrefetchLaws(run.prefetcher!),
  ];
  assert.deepEqual(
    laws.filter(law => !law.holds),
    [],
  );
}

/** Null for axes that do not go together. */
function runOrRefuse(requests: Requests, options: Options, warmup: number): Replay | null {
  try {
    return replay(requests, resolveConfiguration(options, factsOf(requests)), { seed: 1, warmup });
  } catch (error) {
    assert.ok(error instanceof InputError, `${error}`);
    return null;
  }
}
