import { expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

const PLAIN = { residency: 'per-level', promotion: 'never', placement: 'top', demotion: 'cascade' };

it('a level whose policy looks at lifetimes gives up the entry whose lifetime ends soonest', () => {
  const cache = new SmallCache({ ...PLAIN, levels: 'L1=2/60s/ttl-first' });
  // They end at 60 s (the level's own TTL), 50 s and 201 s.
  cache.set(1, 0).set(2, 0, { ttl: 50 }).set(3, 1, { ttl: 200 });
  expect(cache.places(1, 2, 3)).toEqual(['L1', '', 'L1']);
});

it('a set renews the lifetime that it looks at, and a hit does not', () => {
  const cache = new SmallCache({ ...PLAIN, levels: 'L1=2/60s/ttl-first' }).set(1, 0).set(2, 1);
  cache.get(1, 2);
  expect(cache.set(3, 3).places(1, 2, 3)).toEqual(['', 'L1', 'L1']);
  // Set again at 4 s, the second outlives the third.
  expect(cache.set(2, 4).set(4, 5).places(2, 3, 4)).toEqual(['L1', '', 'L1']);
});

it('a lifetime goes along on the way down, unless it begins anew there', () => {
  const levels = 'L1=1/-/lru,L2=2/-/ttl-first';
  // The first two move down at 1 s and 2 s and would end at 100 s and 50 s; the third comes down at 3 s with an end at 80 s.
  const move = (lifetime: string) =>
    new SmallCache({ ...PLAIN, levels, lifetime })
      .set(1, 0, { ttl: 100 })
      .set(2, 1, { ttl: 49 })
      .set(3, 2, { ttl: 78 })
      .set(4, 3)
      .places(1, 2, 3);
  expect(move('carry')).toEqual(['L2', '', 'L2']);
  // From 1 s, 2 s and 3 s on they end at 101 s, 51 s and 81 s: the same one goes.
  expect(move('restamp')).toEqual(['L2', '', 'L2']);
  const late = new SmallCache({ ...PLAIN, levels, lifetime: 'restamp' });
  // Set at 0 s for 50 s but down only at 40 s, the second would end at 90 s, after the first, which came down at 1 s, at 61 s.
  late.set(1, 0, { ttl: 60 }).set(2, 1, { ttl: 50 }).set(3, 40, { ttl: 78 }).set(4, 41);
  expect(late.places(1, 2, 3)).toEqual(['', 'L2', 'L2']);
});

it('where a level removes, its own TTL ends the lifetime too', () => {
  const levels = 'L1=1/-/lru,L2=2/10s/ttl-first';
  const cache = new SmallCache({ ...PLAIN, levels, levelTtl: 'remove' });
  // In L2 the first ends at 11 s, long before its own 100 s, the second at 12 s as it says itself, the third at 13 s.
  cache.set(1, 0, { ttl: 100 }).set(2, 1, { ttl: 11 }).set(3, 2, { ttl: 100 }).set(4, 3);
  expect(cache.places(1, 2, 3)).toEqual(['', 'L2', 'L2']);
});

it('one order over all levels looks at lifetimes as well', () => {
  const cache = new SmallCache({ residency: 'unified:policy=ttl-first', levels: 'L1=1/60s/lru,L2=1/60s/lru' });
  cache.set(1, 0).set(2, 0, { ttl: 50 }).set(3, 1);
  expect(cache.places(1, 2, 3).map(place => place !== '')).toEqual([true, false, true]);
});
