import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options, Unit } from '../../engine/configuration/types.ts';
import { runCell } from '../../engine/experiments/mrc.ts';
import { countsOf } from '../../engine/hierarchy/level.ts';
import { replay } from '../../engine/replay/replay.ts';
import { admissionPolicies, evictionPolicies } from '../../policies/catalog.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import { casesOf } from '../property-runs.ts';
import { drive } from './drive.ts';
import { requestsOf, type TestRecord } from './records.ts';

const IDS = 40;

/** Requests for few ids, the small ones more often, one every `seconds`. */
function recordsOf(operations: readonly number[], seconds = 1): fc.Arbitrary<TestRecord[]> {
  const record = fc.record({
    id: fc.tuple(fc.nat({ max: IDS - 1 }), fc.nat({ max: IDS - 1 })).map(([a, b]) => Math.min(a, b)),
    op: fc.constantFrom(...operations),
    size: fc.integer({ min: 1, max: 9 }),
  });
  return fc
    .array(record, { minLength: 50, maxLength: 200, size: 'max' })
    .map(list => list.map((each, i) => ({ ...each, time: i * seconds, type: 0, priority: 0, ttl: NO_TTL })));
}

/** By record, the number of the level that answered; the number of levels for a miss, -1 for a set or delete. */
function answersOf(options: Options, records: readonly TestRecord[]): number[] {
  const configuration = resolveConfiguration(options, { keys: IDS, bytes: null });
  return drive(records, configuration, IDS, false).answers;
}

const capacities = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 8 });

const levelsOf = (sizes: readonly number[], ttl = '-', policy = 'lru') =>
  sizes.map((size, i) => `L${i + 1}=${size}/${ttl}/${policy}`).join();
const flatOf = (sizes: readonly number[], ttl = '-', policy = 'lru') =>
  `L1=${sizes.reduce((sum, size) => sum + size, 0)}/${ttl}/${policy}`;

describe('exclusive-lru', () => {
  it('answers from its first k levels what one LRU of their capacity answers, for every k', () => {
    fc.assert(
      fc.property(capacities, recordsOf([GET, GET, GET, SET]), (sizes, records) => {
        const answers = answersOf({ preset: 'exclusive-lru', levels: levelsOf(sizes) }, records);
        for (let k = 1; k <= sizes.length; k++) {
          const flat = answersOf({ preset: 'exclusive-lru', levels: flatOf(sizes.slice(0, k)) }, records);
          expect(answers.map(level => level >= 0 && level < k)).toEqual(flat.map(level => level === 0));
        }
      }),
      { numRuns: casesOf(20) },
    );
  });

  it('hits when the preset flat hits, also while entries outlive the TTL or are deleted', () => {
    // At 30 minutes of lifetime and a request every 40 seconds an entry lives for 45 requests.
    fc.assert(
      fc.property(capacities, recordsOf([GET, GET, GET, GET, SET, DELETE], 40), (sizes, records) => {
        const levels = levelsOf(sizes, '30m');
        const hits = (preset: string) => {
          const misses = preset === 'flat' ? 1 : sizes.length;
          return answersOf({ preset, levels }, records).map(level => level >= 0 && level < misses);
        };
        expect(hits('exclusive-lru')).toEqual(hits('flat'));
      }),
      { numRuns: casesOf(100) },
    );
  });
});

test('the first level of NINE levels hits when a stand-alone LRU of its capacity hits', () => {
  const nine = { inclusion: 'nine', placement: 'all', promotion: 'every-hit:to=all,by=copy', demotion: 'drop' };
  fc.assert(
    fc.property(capacities, recordsOf([GET, GET, GET, SET, DELETE]), (sizes, records) => {
      const inAll = answersOf({ residency: 'per-level', ...nine, levels: levelsOf(sizes) }, records);
      const alone = answersOf({ residency: 'per-level', ...nine, levels: levelsOf(sizes.slice(0, 1)) }, records);
      expect(inAll.map(level => level === 0)).toEqual(alone.map(level => level === 0));
    }),
    { numRuns: casesOf(50) },
  );
});

describe.each(evictionPolicies.map(({ name }) => name))('%s', name => {
  it('as the order over all levels hits when it alone hits, wherever entries lie', () => {
    const places: fc.Arbitrary<Options> = fc.record({
      placement: fc.constantFrom('priority', 'top', 'bottom'),
      promotion: fc.constantFrom('never', 'every-hit:to=top', 'every-hit:to=next', 'nth-hit:n=2', 'frequency'),
    });
    fc.assert(
      fc.property(capacities, places, recordsOf([GET, GET, GET, SET, DELETE]), (sizes, options, records) => {
        const levels = levelsOf(sizes);
        const unified = answersOf({ ...options, residency: `unified:policy=${name}`, levels }, records);
        // One level by the name of the order draws the same random numbers.
        const order = flatOf(sizes, '-', name).replace('L1', 'order');
        const flat = answersOf({ residency: 'per-level', placement: 'top', levels: order }, records);
        expect(unified.map(level => level >= 0 && level < sizes.length)).toEqual(flat.map(level => level === 0));
      }),
      { numRuns: casesOf(5) },
    );
  });

  const units: Unit[] = evictionPolicies.find(each => each.name === name)!.capabilities.sized
    ? ['entries', 'bytes']
    : ['entries'];
  it.each(units)('in a hierarchy of one level does what it does on the short way, in %s', unit => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), recordsOf([GET, GET, GET, SET, DELETE]), (capacity, records) => {
        const requests = requestsOf(records, unit === 'bytes' ? ['op', 'size'] : ['op'], IDS);
        const levels = `L1=${capacity}${unit === 'bytes' ? 'B' : ''}/-/${name}`;
        const options = { residency: 'per-level', placement: 'top', levels };
        const configuration = resolveConfiguration(options, { keys: IDS, bytes: requests.bytes });
        const run = replay(requests, configuration, { seed: 1, warmup: 0 });
        const { hits, evicted } = countsOf(run.hierarchy.levels[0]!);
        const { row } = runCell(requests, { policy: name, capacity, unit, seed: 1 });
        expect([hits, evicted]).toEqual([row.hits, row.evictions]);
        if (unit === 'bytes')
          expect(run.meter.bytesMissed / Math.max(1, run.meter.bytesRequested)).toBe(row.byteMissRatio);
      }),
      { numRuns: casesOf(6) },
    );
  });
});

describe.each(admissionPolicies.map(entry => [entry.name, entry] as const))('behind %s', (name, { capabilities }) => {
  /** Defaults that make no difference in so short a time do not test much. */
  const spec =
    { 'size-below': 'size-below:bytes=5', adaptsize: 'adaptsize:initial=5', tinylfu: 'tinylfu:window=2' }[name] ?? name;
  const behind = fc.constantFrom('lru', 'fifo', 'arc', 's3-fifo', 'random', 'lfu', 'clock');

  it.each(capabilities.needsSizes ? (['bytes'] as const) : (['entries', 'bytes'] as const))(
    'a hierarchy of one level does what a flat cache does, in %s',
    unit => {
      fc.assert(
        fc.property(fc.nat({ max: 60 }), behind, recordsOf([GET, GET, GET, SET, DELETE]), (more, policy, records) => {
          const capacity = more + 1;
          const requests = requestsOf(records, unit === 'bytes' ? ['op', 'size'] : ['op'], IDS);
          const levels = `L1=${capacity}${unit === 'bytes' ? 'B' : ''}/-/${policy}`;
          const options = { residency: 'per-level', placement: 'top', admission: spec, levels };
          const configuration = resolveConfiguration(options, { keys: IDS, bytes: requests.bytes });
          const run = replay(requests, configuration, { seed: 1, warmup: 0 });
          const { hits, evicted } = countsOf(run.hierarchy.levels[0]!);
          const { row } = runCell(requests, { policy, admission: spec, capacity, unit, seed: 1 });
          expect([hits, evicted]).toEqual([row.hits, row.evictions]);
        }),
        { numRuns: casesOf(20) },
      );
    },
  );

  // These workloads are in entries, and a policy that goes by sizes refuses those.
  it.skipIf(capabilities.needsSizes)('an order over all levels hits when it alone hits, wherever entries lie', () => {
    const promotions = fc.constantFrom('never', 'every-hit:to=top', 'frequency');
    const records = recordsOf([GET, GET, GET, SET, DELETE]);
    fc.assert(
      fc.property(capacities, promotions, behind, records, (sizes, promotion, policy, list) => {
        const levels = levelsOf(sizes);
        const guard = { admission: spec };
        const unified = answersOf({ ...guard, promotion, residency: `unified:policy=${policy}`, levels }, list);
        const order = flatOf(sizes, '-', policy).replace('L1', 'order');
        const flat = answersOf({ ...guard, residency: 'per-level', placement: 'top', levels: order }, list);
        expect(unified.map(level => level >= 0 && level < sizes.length)).toEqual(flat.map(level => level === 0));
      }),
      { numRuns: casesOf(20) },
    );
  });
});
