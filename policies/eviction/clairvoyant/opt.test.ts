import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../spec/input-error.ts';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { OptTwin } from '../../../test/eviction/twins/opt.ts';
import { opt } from './opt.ts';

describeEvictionPolicy('opt', context => new OptTwin(context, false));
describeEvictionPolicy('opt:bypass=true', context => new OptTwin(context, true));

/** The fewest misses that any choice of victims leads to, by trying them all. */
function fewestMisses(requests: readonly number[], capacity: number, bypass: boolean): number {
  const known = new Map<string, number>();
  const from = (at: number, resident: readonly number[]): number => {
    if (at === requests.length) return 0;
    const id = requests[at]!;
    if (resident.includes(id)) return from(at + 1, resident);
    const state = `${at}: ${resident.toSorted().join(' ')}`;
    if (!known.has(state)) {
      const choices = resident.length < capacity ? [[...resident, id]] : resident.map(v => replace(resident, v, id));
      if (bypass) choices.push([...resident]);
      known.set(state, 1 + Math.min(...choices.map(choice => from(at + 1, choice))));
    }
    return known.get(state)!;
  };
  return from(0, []);
}

function replace(ids: readonly number[], old: number, by: number): number[] {
  return ids.map(id => (id === old ? by : id));
}

const requests = fc.array(fc.nat(5), { minLength: 1, maxLength: 14 });

test.each([false, true])('no choice of victims misses less often (bypass=%s)', bypass => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 1, max: 4 }), (ids, capacity) => {
      const cache = new FlatCache(`opt:bypass=${bypass}`, capacity).request(...ids);
      expect(cache.misses).toBe(fewestMisses(ids, capacity, bypass));
    }),
  );
});

test('bypass refuses a newcomer that is needed later than every resident', () => {
  // 2 is never needed again and 1 sooner than 0.
  const ids = [0, 1, 2, 1, 0];
  expect(new FlatCache('opt', 2).request(...ids).evicted[0]).toBe(0);
  expect(new FlatCache('opt:bypass=true', 2).request(...ids).evicted).toEqual([]);
});

test('it says that it needs the future', () => {
  const context = { capacity: 1, universe: 1, sizes: null, random: () => 0, nextAccess: null, expiresAt: null };
  const build = () => opt.create({ ...context, build }, { bypass: false });
  expect(build).toThrow(InputError);
});
