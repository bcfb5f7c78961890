import { describe, expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

const NORMAL = {};
const MEDIUM = { priority: 1 };
const HIGH = { priority: 2 };

describe('a newcomer, where each level decides who leaves it,', () => {
  const PER_LEVEL = { residency: 'per-level', placement: 'top', promotion: 'never', demotion: 'drop' };

  it('enters the level of its placement, or the first below that could hold it', () => {
    const cache = new SmallCache({ ...PER_LEVEL, levels: 'L1=5B/-/lru,L2=9B/-/lru' });
    cache.set(1, 0, { size: 5 }).set(2, 0, { size: 6 }).set(3, 0, { size: 10 });
    expect(cache.places(1, 2, 3)).toEqual(['L1', 'L2', '']);
  });

  it('is turned away from a full level when it is requested no more often than who would leave', () => {
    const cache = new SmallCache({ ...PER_LEVEL, admission: 'tinylfu:counts=exact', levels: 'L1=1/-/lru' });
    cache.set(1, 0).set(2, 1);
    expect(cache.places(1, 2)).toEqual(['L1', '']);
    expect(cache.set(2, 2).places(1, 2)).toEqual(['', 'L1']);
  });

  it('turned away from one level tries the next', () => {
    const cache = new SmallCache({
      ...PER_LEVEL,
      admission: 'L1=tinylfu:counts=exact',
      levels: 'L1=1/-/lru,L2=1/-/lru',
    });
    expect(cache.set(1, 0).set(2, 1).places(1, 2)).toEqual(['L1', 'L2']);
  });
});

describe('a filter', () => {
  const PER_LEVEL = {
    residency: 'per-level',
    placement: 'top',
    demotion: 'drop',
    promotion: 'every-hit:to=top,by=move',
  };

  it('is asked although there is room', () => {
    const cache = new SmallCache({ ...PER_LEVEL, admission: 'second-hit', levels: 'L1=9/-/lru' });
    expect(cache.set(1, 0).places(1)).toEqual(['']);
    expect(cache.set(1, 1).places(1)).toEqual(['L1']);
  });

  it('of one level is not asked about what moves up into it', () => {
    const cache = new SmallCache({ ...PER_LEVEL, admission: 'L1=probability:p=0', levels: 'L1=1/-/lru,L2=1/-/lru' });
    expect(cache.set(1, 0).places(1)).toEqual(['L2']);
    expect([cache.get(1, 1), cache.where(1)]).toEqual(['L2', 'L1']);
  });

  it('hears of hits on what moves up too', () => {
    // The queue of LARC before L2 may be as long as its target: 10 at first, after 24 misses about 70, and after enough hits 10
    // again. The miss of 21 makes it 20 then, so that of 1 … 21 the first is forgotten; without the hits it still waits.
    const levels = 'L1=1/-/lru,L2=100/-/lru';
    const waits = (hits: number) => {
      const admission = 'L1=probability:p=0,L2=larc';
      const cache = new SmallCache({ ...PER_LEVEL, demotion: 'cascade', admission, levels });
      cache.set(90, 0).set(91, 0).set(90, 0).set(91, 0);
      for (let id = 1; id <= 20; id++) cache.set(id, 0);
      // Each hit brings one of the two up into L1, and the other down.
      for (let i = 0; i < hits; i++) cache.get(90 + (i % 2), 0);
      return cache.set(21, 0).set(1, 0).where(1);
    };
    expect([waits(0), waits(100)]).toEqual(['L2', '']);
  });
});

describe('a newcomer, where one order decides who leaves the cache,', () => {
  const UNIFIED = { residency: 'unified', placement: 'priority', promotion: 'never' };

  it('begins in the level of its placement, or the first below with room, or else the nearest above', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=1/-/lru,L2=1/-/lru,L3=1/-/lru' });
    cache.set(1, 0, MEDIUM).set(2, 1, MEDIUM).set(3, 2, NORMAL);
    expect(cache.places(1, 2, 3)).toEqual(['L2', 'L3', 'L1']);
  });

  it('takes the place of the least recently used of all, wherever that lies', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=1/-/lru,L2=2/-/lru' });
    cache.set(1, 0, HIGH).set(2, 1).set(3, 2);
    expect(cache.set(4, 3).places(1, 2, 3, 4)).toEqual(['', 'L2', 'L2', 'L1']);
  });

  it('takes the place of one that has died before any other', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=1/-/lru,L2=2/-/lru' });
    cache.set(1, 0, HIGH).set(2, 1).set(3, 2, { ttl: 5 });
    expect(cache.set(4, 8).places(1, 2, 3, 4)).toEqual(['L1', 'L2', '', 'L2']);
  });

  it('is turned away when it is requested no more often than who would leave', () => {
    const cache = new SmallCache({ ...UNIFIED, admission: 'tinylfu:counts=exact', levels: 'L1=1/-/lru,L2=1/-/lru' });
    cache.set(1, 0).set(2, 1).set(3, 2);
    expect(cache.places(1, 2, 3)).toEqual(['L2', 'L1', '']);
    expect(cache.set(3, 3).places(1, 2, 3)).toEqual(['', 'L1', 'L2']);
  });

  it('begins above its placement when it is requested more often than the victim there, which moves down', () => {
    const cache = new SmallCache({ ...UNIFIED, promotion: 'frequency:window=100', levels: 'L1=1/-/lru,L2=1/-/lru' });
    cache.set(1, 0, HIGH);
    for (const now of [1, 2, 3]) cache.get(2, now);
    expect(cache.set(2, 4).places(1, 2)).toEqual(['L2', 'L1']);
  });

  it('too large for the room that is left in each level makes room in the lowest that could hold it', () => {
    const cache = new SmallCache({ ...UNIFIED, levels: 'L1=4B/-/lru,L2=4B/-/lru' });
    cache.set(1, 0, { ...HIGH, size: 2 }).set(2, 1, { ...MEDIUM, size: 2 });
    // Four bytes are free, but two in each level.
    expect(cache.set(3, 2, { size: 4 }).places(1, 2, 3)).toEqual(['L1', '', 'L2']);
  });
});

describe('a new version of a resident', () => {
  const PLACED = { placement: 'priority', promotion: 'never', residency: 'per-level', demotion: 'cascade' };
  const LEVELS = 'L1=1/-/lru,L2=1/-/lru,L3=1/-/lru';

  it('moves up where it would be placed higher, and never down', () => {
    const cache = new SmallCache({ ...PLACED, levels: LEVELS }).set(1, 0, HIGH).set(2, 0, NORMAL);
    expect(cache.set(2, 1, HIGH).places(1, 2)).toEqual(['L2', 'L1']);
    expect(cache.set(2, 2, NORMAL).places(1, 2)).toEqual(['L2', 'L1']);
  });

  it('reaches every copy', () => {
    const cache = new SmallCache({ ...PLACED, inclusion: 'nine', levels: 'L1=2/10s/lru,L2=2/10s/lru,L3=2/10s/lru' });
    cache.set(1, 0, HIGH).set(1, 1, MEDIUM).set(1, 8, NORMAL);
    expect(cache.where(1)).toBe('L1,L2,L3');
    expect([cache.get(1, 15), cache.hierarchy.staleHits]).toEqual(['L1', 0]);
  });

  it('leaves other copies as they are where nobody keeps them coherent, and their hits are stale', () => {
    const levels = 'L1=2/10s/lru,L2=2/30s/lru,L3=2/30s/lru';
    const cache = new SmallCache({ ...PLACED, inclusion: 'nine', coherence: 'none', levelTtl: 'remove', levels });
    cache.set(1, 0, HIGH).set(1, 8, MEDIUM);
    expect([cache.get(1, 9), cache.hierarchy.staleHits]).toEqual(['L1', 1]);
    expect([cache.get(1, 11), cache.hierarchy.staleHits]).toEqual(['L2', 1]);
  });
});
