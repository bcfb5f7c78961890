import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration, Options } from '../../engine/configuration/types.ts';
import { countsOf, type Level } from '../../engine/hierarchy/level.ts';
import { EVERY_LEVEL } from '../../policies/placement/contract.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import { drive } from './drive.ts';
import { NaiveHierarchy, type NaiveRules } from './naive-hierarchy.ts';
import type { TestRecord } from './records.ts';

const IDS = 16;

/** No two sums of a time (in 64ths of a second) and one of these are equal: no two entries are ever due at once. */
const LEVEL_TTLS = [1.013, 2.507, 5.071, 20.129];
const ENTRY_TTLS = [0.537, 3.131, 10.283];
const IDLE_TIMES = ['-', '0.811', '2.219'];

const records = fc
  .array(
    fc.record({
      id: fc.nat({ max: IDS - 1 }),
      step: fc.integer({ min: 1, max: 64 }),
      op: fc.constantFrom(GET, GET, GET, GET, GET, SET, SET, DELETE),
      ttl: fc.constantFrom(NO_TTL, NO_TTL, ...ENTRY_TTLS),
    }),
    { minLength: 10, maxLength: 120, size: 'max' },
  )
  .map(steps => {
    let time = 0;
    return steps.map(({ step, ...rest }): TestRecord => {
      time += step / 64;
      return { ...rest, time, size: 1, type: 0, priority: 0 };
    });
  });

const levels = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    fc.shuffledSubarray(LEVEL_TTLS, { minLength: 4 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  )
  .map(([capacities, ttls, endless]) =>
    capacities.map((capacity, i) => `L${i + 1}=${capacity}/${endless[i] ? '-' : ttls[i]}/lru`).join(),
  );

const axes: fc.Arbitrary<Options> = fc.record({
  levels,
  residency: fc.constant('per-level'),
  inclusion: fc.constantFrom('exclusive', 'inclusive', 'nine'),
  placement: fc.constantFrom('top', 'bottom', 'all'),
  promotion: fc
    .tuple(
      fc.constantFrom('never', 'every-hit:', 'nth-hit:n=2,window=4s,', 'nth-hit:n=3,'),
      fc.constantFrom('next', 'top', 'all'),
      fc.constantFrom('copy', 'move'),
    )
    .map(([name, to, by]) => (name === 'never' ? name : `${name}to=${to},by=${by}`)),
  demotion: fc.constantFrom('drop', 'cascade'),
  levelTtl: fc.constantFrom('remove', 'cool'),
  lifetime: fc.constantFrom('carry', 'restamp'),
  expiry: fc.constantFrom('lazy', 'expired-first'),
  tti: fc.constantFrom(...IDLE_TIMES),
  coherence: fc.constantFrom('supersede', 'none'),
  fill: fc.constantFrom('cache-aside', 'none'),
});

test('a hierarchy of LRU levels does what its naive model does, request for request', () => {
  fc.assert(
    fc.property(axes, records, fc.boolean(), (options, drawn, ttls) => {
      const configuration = resolveConfiguration(options, { keys: IDS, bytes: null });
      const steps = ttls ? drawn : drawn.map(record => ({ ...record, ttl: NO_TTL }));
      const naive = new NaiveHierarchy(configuration, rulesOf(configuration, ttls));
      const { hierarchy, answers } = drive(steps, configuration, IDS, ttls);
      const expected = steps.map(step => perform(naive, configuration, step));
      fc.pre(!naive.tied);
      assert.deepEqual(answers, expected);
      assert.deepEqual(
        hierarchy.levels.map(oldestFirst),
        naive.levels.map(level => level.entries.map(entry => entry.id)),
      );
      for (const [depth, level] of naive.levels.entries()) {
        const {
          evicted,
          expired,
          invalidated,
          backInvalidated,
          promotedIn,
          promotedOut,
          demotedIn,
          demotedOut,
          inserted,
        } = countsOf(hierarchy.levels[depth]!);
        const counts = {
          evicted,
          expired,
          invalidated,
          backInvalidated,
          promotedIn,
          promoted: promotedOut,
          demotedIn,
          demoted: demotedOut,
          inserted,
        };
        const counted = Object.fromEntries(Object.keys(counts).map(name => [name, level.counts.get(name) ?? 0]));
        assert.deepEqual(counts, counted, `level ${depth}`);
      }
      if (!ttls && configuration.lifetime === 'carry') assert.equal(hierarchy.staleHits, naive.staleHits);
    }),
    { numRuns: 600 },
  );
});

function perform(naive: NaiveHierarchy, { fill }: Configuration, { id, time, op, ttl }: TestRecord): number {
  if (op === SET) naive.set(id, time, ttl);
  else if (op === DELETE) naive.delete(id, time);
  else {
    const answer = naive.get(id, time);
    if (answer === naive.levels.length && fill !== 'none') naive.fill(id, time, ttl);
    return answer;
  }
  return -1;
}

/** The axes that are policies, as the naive model takes them. */
function rulesOf({ promotion, placement, demotion, levels }: Configuration, ownTtls: boolean): NaiveRules {
  const [name, parameters = ''] = promotion.split(':');
  const given = new Map(parameters.split(',').map(each => each.split('=') as [string, string]));
  const hits = new Map<number, number[]>();
  const n = Number(given.get('n') ?? 2);
  const window = given.has('window') ? 4 : Number.POSITIVE_INFINITY;
  return {
    promotes(id, now) {
      if (name !== 'nth-hit') return name === 'every-hit';
      // A window begins with the first of the hits, and all of them are forgotten when it ends.
      const times = hits.get(id) ?? [];
      const counted = times.length > 0 && now - times[0]! > window ? [now] : [...times, now];
      hits.set(id, counted.length === n ? [] : counted);
      return counted.length === n;
    },
    to: (given.get('to') ?? 'next') as NaiveRules['to'],
    by: (given.get('by') ?? 'move') as NaiveRules['by'],
    cascades: demotion === 'cascade',
    placeAt: placement === 'all' ? EVERY_LEVEL : placement === 'top' ? 0 : levels.length - 1,
    ownTtls,
  };
}

/** The ids of a level, emptied for it. */
function oldestFirst({ policy, residents }: Level): number[] {
  return Array.from({ length: residents }, () => policy.evict(-1));
}
