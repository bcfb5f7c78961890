import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { runCell } from '../../engine/experiments/mrc.ts';
import { evictionPolicies } from '../../policies/catalog.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import { drive } from './drive.ts';
import { requestsOf, type TestRecord } from './records.ts';
import { SmallCache } from './small-cache.ts';

const IDS = 12;
const CAPACITY = 30;

const record = fc.record({
  id: fc.nat(IDS - 1),
  op: fc.constantFrom(GET, GET, SET, SET, DELETE),
  size: fc.integer({ min: 1, max: 12 }),
});
const records = fc
  .array(record, { minLength: 30, maxLength: 150, size: 'max' })
  .map(list => list.map((each, time): TestRecord => ({ ...each, time, type: 0, priority: 0, ttl: NO_TTL })));

/** LRU in bytes in the plainest way: keys with their sizes from the least to the most recently used. @returns the number of hits */
function naiveHits(list: readonly TestRecord[]): number {
  let content: { id: number; size: number }[] = [];
  let hits = 0;
  for (const { id, op, size } of list) {
    const old = content.find(entry => entry.id === id);
    content = content.filter(entry => entry !== old);
    if (op === DELETE) continue;
    if (op === GET && old) hits++;
    const entry = op === GET && old ? old : { id, size };
    const room = () => CAPACITY - content.reduce((sum, each) => sum + each.size, 0);
    while (room() < entry.size) content.shift();
    content.push(entry);
  }
  return hits;
}

it('a level, a flat cache and a list that is searched agree when sets change sizes', () => {
  const configuration = resolveConfiguration(
    { levels: `L1=${CAPACITY}B/-/lru`, residency: 'per-level' },
    { keys: IDS, bytes: 100 },
  );
  fc.assert(
    fc.property(records, list => {
      const hits = naiveHits(list);
      const { answers } = drive(list, configuration, IDS, false);
      expect(answers.filter(store => store === 0)).toHaveLength(hits);
      const requests = requestsOf(list, ['op', 'size'], IDS);
      expect(runCell(requests, { policy: 'lru', capacity: CAPACITY, unit: 'bytes', seed: 1 }).row.hits).toBe(hits);
    }),
  );
});

const sized = evictionPolicies.filter(({ capabilities }) => capabilities.sized && !capabilities.clairvoyant);

it.each(sized.map(({ name }) => name))(
  '%s never holds more bytes than there is room for, whatever sets change',
  name => {
    const configuration = resolveConfiguration(
      { levels: `L1=${CAPACITY}B/-/${name}`, residency: 'per-level' },
      { keys: IDS, bytes: 100 },
    );
    const latest = new Map<number, number>();
    const property = fc.property(records, list => {
      drive(list, configuration, IDS, false, {
        after({ id, op, size }, { levels, residents }) {
          const level = levels[0]!;
          if (op === SET || (op === GET && !latest.has(id))) latest.set(id, size);
          const ids = [...latest.keys()].filter(each => residents.holds(level, each));
          for (const each of [...latest.keys()]) if (!residents.holds(level, each)) latest.delete(each);
          const used = ids.reduce((sum, each) => sum + latest.get(each)!, 0);
          expect([level.used, used <= CAPACITY]).toEqual([used, true]);
        },
      });
      latest.clear();
    });
    fc.assert(property, { numRuns: 20 });
  },
);

it('what grows pushes others out, and what shrinks makes room', () => {
  const cache = new SmallCache({ preset: 'exclusive-lru', levels: 'L1=10B/-/lru,L2=10B/-/lru' });
  for (const id of [1, 2, 3, 4]) cache.set(id, id, { size: 5 });
  expect(cache.places(1, 2, 3, 4)).toEqual(['L2', 'L2', 'L1', 'L1']);
  // 4 leaves L1 and comes back with 9 bytes, for which 3 goes down; there 1, the oldest, goes.
  cache.set(4, 5, { size: 9 });
  expect(cache.places(1, 2, 3, 4)).toEqual(['', 'L2', 'L2', 'L1']);
  cache.set(4, 6, { size: 1 }).set(5, 7, { size: 9 });
  expect(cache.places(2, 3, 4, 5)).toEqual(['L2', 'L2', 'L1', 'L1']);
});

it.each(['inclusive', 'nine'])('%s: no copy stays behind in the old size', inclusion => {
  const cache = new SmallCache({
    inclusion,
    residency: 'per-level',
    levels: 'L1=10B/-/lru,L2=20B/-/lru',
    placement: 'bottom',
    demotion: 'drop',
    promotion: 'every-hit:to=all,by=copy',
  });
  cache.set(1, 1, { size: 4 });
  expect([cache.get(1, 2), cache.where(1)]).toEqual(['L2', 'L1,L2']);
  cache.set(1, 3, { size: 4 });
  expect(cache.where(1)).toBe('L1,L2');
  cache.set(1, 4, { size: 6 });
  expect(cache.where(1)).toBe('L2');
  expect(cache.hierarchy.stores.map(({ used }) => used)).toEqual([0, 6]);
});

it('data that is refreshed in another size enters where it lay', () => {
  const cache = new SmallCache({ preset: 'exclusive-lru', levels: 'L1=10B/-/lru,L2=10B/-/lru' });
  for (const id of [1, 2, 3]) cache.set(id, id, { size: 5 });
  cache.hierarchy.refresh(1, 0, 7, NO_TTL);
  expect(cache.places(1, 2, 3)).toEqual(['L2', 'L1', 'L1']);
  expect(cache.hierarchy.stores.map(({ used }) => used)).toEqual([10, 7]);
  // In the same size nobody's place changes: 2 is still the next to go down, to where 1 must leave for it.
  cache.hierarchy.refresh(2, 0, 5, NO_TTL);
  cache.set(4, 5, { size: 5 });
  expect(cache.places(1, 2, 3, 4)).toEqual(['', 'L2', 'L1', 'L1']);
});
