import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createEviction, mostRemembered, resolveEviction } from '../../../engine/build-policy.ts';
import type { EvictionDescription, EvictionPolicy } from '../../../policies/eviction/contract.ts';
import { resolveEntry } from '../../../spec/spec.ts';
import { type CreatePolicy, type CreateTwin, PairedCache, type Scenario } from '../paired-cache.ts';
import { besideAnotherLevel, fromTheOtherEnd, named } from './disguises.ts';
import { Generations, recycled } from './generations.ts';
import { inBytes, inEntries, inOneEntry } from './scenarios.ts';

export interface ConformanceOptions {
  /** Values of the policy's parameters, as in a spec: `small=0.2,ghost=0.5`. */
  readonly parameters?: string;
  /** A naive model that must choose the same victims. */
  readonly twin?: CreateTwin;
  /**
   * Whether the past may matter when the cache was emptied. Unless it is given: where the policy remembers evicted ids, tunes
   * itself or draws random numbers, as its capabilities say, and where there is a twin.
   */
  readonly remembers?: boolean;
  /** Whether it may go by the ids' numbers, for example by hashing them. Unless it is given: where there is a twin. */
  readonly readsIds?: boolean;
  /** Whether it hashes ids, so that of two numbers for one key it knows different things; false unless it is given. */
  readonly hashesIds?: boolean;
  /** Random scenarios for each check; 100 unless it is given. */
  readonly runs?: number;
}

/** One thing that every eviction policy must do. */
export interface Check {
  readonly title: string;
  /** @throws Error with the shortest scenario found in which the policy does otherwise */
  run(): void;
}

/** What a policy is held to: one of the catalogue by its spec, or one by its description. @throws InputError */
export function conformanceChecks(policy: string | EvictionDescription, options: ConformanceOptions): Check[] {
  const { parameters = '', twin, runs = 100 } = options;
  const { entry, values } =
    typeof policy === 'string'
      ? resolveEviction(policy, false, 'test')
      : resolveEntry(parameters === '' ? policy.name : `${policy.name}:${parameters}`, policy, 'test');
  const { sized, clairvoyant, expiring, ghosts, adaptive, randomised } = entry.capabilities;
  const { remembers = ghosts || adaptive || randomised || twin !== undefined, readsIds = twin !== undefined } = options;
  const { hashesIds = false } = options;
  const create: CreatePolicy = context =>
    // Hosts tell the future, and when lifetimes end, to those only who say that they read it.
    createEviction(entry, values, 'test', {
      ...context,
      nextAccess: clairvoyant ? context.nextAccess : null,
      expiresAt: expiring ? context.expiresAt : null,
    });
  const inAnyUnit = sized ? fc.oneof(inEntries, inBytes) : inEntries;
  const title = twin ? 'chooses the same victims as its naive twin' : 'keeps to the contract';

  /** The policy and another that must answer the same, or the policy alone, from the first step to the last. */
  const beside = (other: CreateTwin | undefined) => (scenario: Scenario) => {
    const cache = new PairedCache(create, other, scenario);
    for (const [at, step] of scenario.steps.entries()) cache.perform(step, at);
    cache.drain();
  };
  const check = <Case>(what: string, cases: fc.Arbitrary<Case>, play: (each: Case) => void): Check => ({
    title: what,
    // The same cases in every run, so that what was green stays green.
    run: () => fc.assert(fc.property(cases, play), { numRuns: runs, seed: fc.readConfigureGlobal().seed ?? 1 }),
  });
  return [
    check(`${title}, in entries`, inEntries, beside(twin)),
    check(`${title}, with room for one entry`, inOneEntry, beside(twin)),
    ...(sized ? [check(`${title}, in bytes`, inBytes, beside(twin))] : []),
    check('chooses the same from the same random numbers, whatever others do', inAnyUnit, beside(create)),
    check('keeps only residents in columns that levels share', inAnyUnit, beside(besideAnotherLevel(create))),
    ...(readsIds ? [] : [check("does not go by the ids' numbers", inAnyUnit, beside(named(create, fromTheOtherEnd)))]),
    ...(hashesIds ? [] : [check('knows nothing of an id that it does not remember', inAnyUnit, recycleIds)]),
    check('remembers no more ids than it says', inAnyUnit, countRemembered),
    ...(remembers ? [] : [check('is like new when it was emptied', emptiedAt(inAnyUnit), startOver)]),
  ];

  /** Whoever is neither resident nor remembered comes back under the same number, and for another instance under a new one. */
  function recycleIds(scenario: Scenario): void {
    const generations = new Generations(scenario.ids + 1);
    const { cache, tested } = observed(named(create, recycled), named(create, generations.fresh), scenario);
    for (const [at, step] of scenario.steps.entries()) {
      cache.perform(step, at);
      for (let id = 0; id < scenario.ids; id++) if (!cache.holds(id) && !tested.remembers?.(id)) generations.renew(id);
    }
    cache.drain();
  }

  function countRemembered(scenario: Scenario): void {
    // Beside those, the newcomer that was judged last.
    const most = mostRemembered({ entry, values }, scenario.capacity) + 1;
    const { cache, tested } = observed(create, undefined, scenario);
    for (const [at, step] of scenario.steps.entries()) {
      cache.perform(step, at);
      let remembered = 0;
      for (let id = 0; id < scenario.ids; id++) if (!cache.holds(id) && tested.remembers?.(id)) remembered++;
      assert.ok(remembered <= most, `${remembered} ids are remembered, of ${scenario.capacity} ${scenario.unit}`);
    }
  }

  function startOver({ scenario, emptied }: Emptied): void {
    const cache = new PairedCache(create, undefined, scenario);
    for (const [at, step] of scenario.steps.entries()) {
      if (at === emptied) {
        cache.empty();
        cache.compareWith(create);
      }
      cache.perform(step, at);
    }
    cache.drain();
  }
}

/** A cache, and the policy in it that is under test. */
function observed(create: CreatePolicy, other: CreatePolicy | undefined, scenario: Scenario) {
  const made: EvictionPolicy[] = [];
  const watched: CreatePolicy = context => {
    const policy = create(context);
    made.push(policy);
    return policy;
  };
  return { cache: new PairedCache(watched, other, scenario), tested: made[0]! };
}

interface Emptied {
  readonly scenario: Scenario;
  /** Number of the step before which everything is taken out. */
  readonly emptied: number;
}

function emptiedAt(scenarios: fc.Arbitrary<Scenario>): fc.Arbitrary<Emptied> {
  return scenarios.chain(scenario =>
    fc.record({ scenario: fc.constant(scenario), emptied: fc.nat({ max: Math.max(0, scenario.steps.length - 1) }) }),
  );
}
