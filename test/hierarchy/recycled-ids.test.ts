import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration, Options } from '../../engine/configuration/types.ts';
import type { Observer } from '../../engine/hierarchy/events.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import { InputError } from '../../spec/input-error.ts';
import { Generations, recycled } from '../eviction/conformance/generations.ts';
import { drive } from './drive.ts';
import type { TestRecord } from './records.ts';
import { IDS, type Scenario, scenarios } from './scenario.ts';
import { SmallCache } from './small-cache.ts';

const RECYCLED = recycled(IDS);

test('an id that a hierarchy does not remember is treated like one never seen, whoever had its number', () => {
  fc.assert(fc.property(scenarios, check), { numRuns: 200 });
}, 20_000);

/** One cache gets the same numbers again and again; the other, in the same order of numbers, a new one for each id that was forgotten. */
function check({ options, records, columns }: Scenario): void {
  const configuration = resolve(withoutHashes(options), columns.includes('size') ? 1_000 : null);
  if (!configuration) return;
  const ttls = columns.includes('ttl');
  const generations = new Generations(IDS);
  const fresh = generations.fresh(IDS);
  const names: number[] = [];
  const heard = [new Diary(), new Diary()] as const;
  const run = (told: readonly TestRecord[], diary: Diary, after?: (hierarchy: Hierarchy) => void) =>
    drive(told, configuration, RECYCLED.universe, ttls, {
      before: ({ id }, hierarchy) => {
        hierarchy.observe(diary);
        if (after) names.push(fresh.nameOf(RECYCLED.idOf(id)));
      },
      after: (_record, hierarchy) => after?.(hierarchy),
    }).answers;
  const answers = run(
    records.map(record => ({ ...record, id: RECYCLED.nameOf(record.id) })),
    heard[0],
    hierarchy => {
      for (let id = 0; id < IDS; id++) if (!hierarchy.remembers(RECYCLED.nameOf(id))) generations.renew(id);
    },
  );
  const renamed = records.map((record, at) => ({ ...record, id: names[at]! }));
  assert.deepEqual(run(renamed, heard[1]), answers);
  assert.deepEqual(heard[1].events, heard[0].events);
}

/** What happens, told of the ids and not of their numbers. */
class Diary implements Observer {
  readonly events: string[] = [];

  hit(store: number, id: number): void {
    this.write('hit', store, id);
  }

  miss(store: number, id: number): void {
    this.write('miss', store, id);
  }

  insert(store: number, id: number): void {
    this.write('insert', store, id);
  }

  update(store: number, id: number): void {
    this.write('update', store, id);
  }

  leave(store: number, id: number, cause: number): void {
    this.write(`leave ${cause}`, store, id);
  }

  private write(what: string, store: number, id: number): void {
    this.events.push(`${what}: ${RECYCLED.idOf(id)} at ${store}`);
  }
}

/** Whoever hashes knows numbers and not ids; and where the future is known, no number is recycled. */
function withoutHashes(options: Options): Options {
  const exact = (spec: string) =>
    spec
      .replace(/\b(w-tinylfu|opt-size|opt)\b/g, 'lru')
      .replace(/\btinylfu\b/, 'tinylfu:counts=exact')
      .replace(/\bclairvoyant\b/, 'larc')
      .replace(/\bsecond-hit\b/, 'second-hit:bits=0,keys=0.5');
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? exact(value) : value]),
  );
}

/** Null for axes that do not go together. */
function resolve(options: Options, bytes: number | null): Configuration | null {
  try {
    return resolveConfiguration(options, { keys: IDS, bytes });
  } catch (error) {
    assert.ok(error instanceof InputError, `${error}`);
    return null;
  }
}

/** Which of some ids are remembered by a cache of two levels, after requests at the seconds 1, 2, … */
function remembered(options: Options, requests: readonly number[], ids: readonly number[], now = 0): number[] {
  const cache = new SmallCache({ levels: 'L1=1/-/lru,L2=1/-/lru', residency: 'per-level', ...options });
  requests.forEach((id, at) => {
    if (cache.get(id, at + 1) === 'origin') cache.set(id, at + 1);
  });
  cache.wait(now);
  return ids.filter(id => cache.hierarchy.remembers(id));
}

const PLAIN: Options = { promotion: 'never', demotion: 'cascade', placement: 'top' };

test('residents of every level are remembered, and whoever has left where nobody keeps anything is not', () => {
  // 3 lies in the first level, 2 below it, 1 has left, 4 was never asked for.
  expect(remembered(PLAIN, [1, 2, 3], [1, 2, 3, 4])).toEqual([2, 3]);
});

test('the policy of a level remembers its ghosts, and so does the one order over all levels', () => {
  const levels = 'L1=1/-/lru,L2=2/-/lru-k:history=1';
  expect(remembered({ ...PLAIN, levels }, [1, 2, 3, 4], [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4]);
  const residency = 'unified:policy=lru-k:history=1';
  expect(remembered({ ...PLAIN, residency }, [1, 2, 3], [1, 2, 3, 4])).toEqual([1, 2, 3]);
});

test('admission remembers whom it has turned away, and counts for as long as they count', () => {
  // Asked for once, 1 and 2 stay outside and are known.
  expect(remembered({ ...PLAIN, admission: 'second-hit:bits=0,keys=10' }, [1, 2], [1, 2, 3])).toEqual([1, 2]);
  // Counts that look back over sixteen requests are halved thereafter: of one request nothing is left.
  const admission = 'tinylfu:counts=exact,window=8';
  expect(remembered({ ...PLAIN, admission }, [1, 2, 3], [1, 2, 3, 4])).toEqual([1, 2, 3]);
  const thirty = Array.from({ length: 30 }, (_, i) => 2 + (i % 2));
  expect(remembered({ ...PLAIN, admission }, [1, ...thirty], [1])).toEqual([]);
});

test('promotion remembers hits within the window', () => {
  // 1 falls to the second level, is hit there and pushed out.
  const options = { ...PLAIN, promotion: 'nth-hit:n=3,window=10s' };
  const requests = [1, 2, 1, 3, 4];
  expect(remembered(options, requests, [1], 13)).toEqual([1]);
  expect(remembered(options, requests, [1], 14)).toEqual([]);
});

test('demotion remembers whom it has rejected, for the window of victims', () => {
  const options = { ...PLAIN, demotion: 'reject-first:window=1' };
  // Two victims are remembered, since the cache holds two entries: 3 and 2, not 1.
  expect(remembered(options, [1, 2, 3, 4], [1, 2, 3, 4])).toEqual([2, 3, 4]);
});
