import { describe, expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

const PLAIN = { residency: 'per-level', promotion: 'never', placement: 'top' };

describe('an entry', () => {
  it('lives as long as its lifetime, and not longer', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/10s/lru' }).set(1, 0).set(2, 2);
    // At 12 s the first is dead for 2 s, and the second is exactly 10 s old.
    expect([cache.get(1, 12), cache.get(2, 12), cache.get(2, 12.5)]).toEqual(['origin', 'L1', 'origin']);
  });

  it('lives as long as it says itself, whatever the levels say', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/10s/lru,L2=5/20s/lru' });
    cache.set(1, 0, { ttl: 3 }).set(2, 0, { ttl: 60 }).set(3, 0);
    expect([cache.get(1, 4), cache.get(2, 21), cache.get(3, 21)]).toEqual(['origin', 'L2', 'origin']);
  });

  it('that has died makes room before any other', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=2/-/lru' });
    cache.set(1, 0).set(2, 1, { ttl: 5 }).set(3, 7);
    expect(cache.places(1, 2, 3)).toEqual(['L1', '', 'L1']);
    expect([...cache.hierarchy.levels[0]!.left]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('that has died makes no room before others when expiry is lazy', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=2/-/lru', expiry: 'lazy' });
    cache.set(1, 0).set(2, 1, { ttl: 5 }).set(3, 7);
    expect(cache.places(1, 2, 3)).toEqual(['', 'L1', 'L1']);
  });
});

describe('where a level cools', () => {
  it('an entry moves down when its stay ends; hits do not begin a new one, overwriting does', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/5s/lru,L2=5/-/lru' }).set(1, 0).set(2, 0);
    cache.get(1, 4);
    cache.set(2, 4);
    expect(cache.wait(6).places(1, 2)).toEqual(['L2', 'L1']);
    expect(cache.wait(9.5).places(1, 2)).toEqual(['L2', 'L2']);
    expect(cache.hierarchy.levels.map(level => [level.demotedIn, level.left[5]])).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  it('an entry enters the next level at its newest end', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/5s/lru,L2=2/-/lru', placement: 'priority' });
    cache.set(1, 0, { priority: 2 }).set(2, 1, { priority: 1 }).set(3, 2, { priority: 1 });
    // Of 2 and 3 in L2 the former is older, and makes room for 1; then 3 is.
    cache.wait(6).set(4, 7, { priority: 1 });
    expect(cache.places(1, 2, 3, 4)).toEqual(['L2', '', '', 'L2']);
  });

  it('an entry that no level below could hold stays', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=50B/5s/lru,L2=10B/-/lru' });
    cache.set(1, 0, { size: 20 }).set(2, 0, { size: 10 });
    expect(cache.wait(20).places(1, 2)).toEqual(['L1', 'L2']);
  });

  it('an entry skips a level that could not hold it', () => {
    const cache = new SmallCache({ ...PLAIN, levels: 'L1=50B/5s/lru,L2=10B/-/lru,L3=90B/-/lru' });
    expect(cache.set(1, 0, { size: 20 }).wait(6).places(1)).toEqual(['L3']);
  });

  it('a copy goes when another lies below', () => {
    const copies = { inclusion: 'nine', placement: 'all' };
    const cache = new SmallCache({ ...PLAIN, ...copies, levels: 'L1=5/5s/lru,L2=5/-/lru' }).set(1, 0);
    expect(cache.places(1)).toEqual(['L1,L2']);
    expect(cache.wait(6).places(1)).toEqual(['L2']);
  });
});

describe('where one order decides who leaves the cache', () => {
  const UNIFIED = { residency: 'unified', promotion: 'never', placement: 'priority' };

  it('an entry that cools changes places with the victim of a full level below', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=1/5s/lru,L2=2/-/lru' });
    cache.set(1, 0, { priority: 2 }).set(2, 1, { priority: 1 }).set(3, 2, { priority: 1 });
    expect(cache.places(1, 2, 3)).toEqual(['L1', 'L2', 'L2']);
    expect(cache.wait(6).places(1, 2, 3)).toEqual(['L2', 'L1', 'L2']);
    // 2 came up at 5 s, so it is due after 10 s: of 3 and 1, the former has been in L2 for longer.
    expect(cache.wait(10).places(1, 2, 3)).toEqual(['L2', 'L1', 'L2']);
    expect(cache.wait(10.5).places(1, 2, 3)).toEqual(['L2', 'L2', 'L1']);
  });

  it('an entry that is too large to change places stays for another time', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=4B/5s/lru,L2=9B/-/lru' });
    // L2 holds 5 and 4 bytes: 5 for 4 does not go into L1, and at 10 s the 4 bytes are due.
    cache.set(1, 0, { priority: 2, size: 4 }).set(2, 1, { priority: 1, size: 5 }).set(3, 2, { priority: 1, size: 4 });
    expect(cache.wait(6).places(1, 2, 3)).toEqual(['L1', 'L2', 'L2']);
    cache.get(2, 7);
    expect(cache.wait(9).places(1, 2, 3)).toEqual(['L1', 'L2', 'L2']);
    expect(cache.wait(10.5).places(1, 2, 3)).toEqual(['L2', 'L2', 'L1']);
  });

  it('the dead below make room for an entry that cools', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=1/5s/lru,L2=1/-/lru' });
    cache.set(1, 0, { priority: 2 }).set(2, 1, { priority: 1, ttl: 2 });
    expect(cache.wait(6).places(1, 2)).toEqual(['L2', '']);
  });
});

describe('where a level removes', () => {
  const REMOVES = { ...PLAIN, levelTtl: 'remove', levels: 'L1=1/5s/lru,L2=5/10s/lru', demotion: 'cascade' };

  it('an entry is gone when its time in that level is over', () => {
    expect(new SmallCache(REMOVES).set(1, 0).get(1, 5.5)).toBe('origin');
  });

  it('a move down begins a new stay, within one lifetime', () => {
    const cache = new SmallCache(REMOVES).set(1, 0).set(2, 4);
    // 1 entered L2 at 4 s and might stay to 14 s, but its lifetime is the longest TTL, 10 s.
    expect([cache.get(1, 10), cache.get(1, 10.5)]).toEqual(['L2', 'origin']);
  });

  it('a move begins a new lifetime too when it restamps', () => {
    const cache = new SmallCache({ ...REMOVES, lifetime: 'restamp' }).set(1, 0).set(2, 4);
    expect([cache.get(1, 14), cache.hierarchy.staleHits, cache.get(1, 14.5)]).toEqual(['L2', 1, 'origin']);
  });
});

it('a sweep removes the dead, in whatever way a level ends', () => {
  const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/-/lru', expiry: 'lazy' }).set(1, 0, { ttl: 5 }).set(2, 0);
  cache.wait(5).hierarchy.sweep();
  expect(cache.places(1, 2)).toEqual(['L1', 'L1']);
  cache.wait(6).hierarchy.sweep();
  expect(cache.places(1, 2)).toEqual(['', 'L1']);
});

it('time never runs backwards: what has died stays dead, and nothing is served too old', () => {
  const cache = new SmallCache({ ...PLAIN, levels: 'L1=5/10s/lru' }).set(1, 100);
  cache.set(2, 50);
  // The clock stood at 100 s when 2 came; it is 10 s old at 110 s.
  expect([cache.get(2, 61), cache.get(2, 110), cache.get(2, 110.5), cache.get(1, 60)]).toEqual([
    'L1',
    'L1',
    'origin',
    'origin',
  ]);
});
