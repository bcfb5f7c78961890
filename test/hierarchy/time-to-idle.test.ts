import { describe, expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

const PLAIN = { residency: 'per-level', promotion: 'never', placement: 'top' };
const EXPIRIES = ['lazy', 'expired-first'];

describe.each(EXPIRIES)('with --tti, %s expiry:', expiry => {
  it('an entry that nobody uses is expired after that time, and not at it', () => {
    const cache = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels: 'L1=5/-/lru' }).set(1, 0).set(2, 2);
    // At 12 s the first was idle for 12 s, the second for exactly 10.
    expect([cache.get(1, 12), cache.get(2, 12), cache.where(1)]).toEqual(['origin', 'L1', '']);
    expect(cache.hierarchy.levels[0]!.left[1]).toBe(1);
  });

  it('a hit begins the time anew, and so does a new version; asking in vain for another entry does not', () => {
    const cache = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels: 'L1=5/-/lru' }).set(1, 0).set(2, 0).set(3, 0);
    cache.get(1, 8);
    cache.set(2, 8);
    cache.get(4, 8);
    expect([cache.get(1, 17), cache.get(2, 17), cache.get(3, 17)]).toEqual(['L1', 'L1', 'origin']);
    expect([cache.get(1, 27), cache.get(2, 28)]).toEqual(['L1', 'origin']);
  });

  it('a TTL ends the entry however often it is used', () => {
    const cache = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels: 'L1=5/15s/lru' }).set(1, 0);
    cache.set(2, 0, { ttl: 12 });
    expect([cache.get(1, 8), cache.get(2, 8)]).toEqual(['L1', 'L1']);
    expect([cache.get(1, 14), cache.get(2, 14), cache.get(1, 16)]).toEqual(['L1', 'origin', 'origin']);
  });

  it('an entry that its level gives up stays as idle as it is', () => {
    const levels = 'L1=1/-/lru,L2=2/-/lru';
    const cache = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels, demotion: 'cascade' }).set(1, 0).set(2, 6);
    expect(cache.places(1, 2)).toEqual(['L2', 'L1']);
    expect(cache.get(1, 11)).toBe('origin');
  });

  it.each(['exclusive', 'nine', 'inclusive'])('a hit below L1 moves the entry up, used as of then: %s', inclusion => {
    const levels = 'L1=1/-/lru,L2=2/-/lru';
    const promotion = 'every-hit:to=top,by=copy';
    const cache = new SmallCache({ ...PLAIN, promotion, inclusion, expiry, tti: '10s', levels, demotion: 'cascade' });
    cache.set(1, 0);
    // 2 is in the first level's only place now; the hit at 9 brings 1 there, or a copy of it.
    cache.set(2, 1);
    expect([cache.get(1, 9), cache.get(1, 19), cache.get(1, 29.5)]).toEqual(['L2', 'L1', 'origin']);
  });

  it('a hit keeps the copies below alive too, unless they have expired', () => {
    const levels = 'L1=2/-/lru,L2=2/-/lru';
    const placement = 'priority';
    const cache = new SmallCache({
      ...PLAIN,
      placement,
      inclusion: 'nine',
      coherence: 'none',
      expiry,
      tti: '10s',
      levels,
    });
    cache.set(1, 0, { priority: 1 }).set(1, 0, { priority: 2 }).set(2, 0, { priority: 1 });
    expect(cache.get(1, 8)).toBe('L1');
    // The first version of 2 has been idle for 11 s, when the second comes.
    cache.set(2, 11, { priority: 2 });
    expect(cache.get(2, 12)).toBe('L1');
    cache.hierarchy.advance(16);
    cache.hierarchy.sweep();
    expect(cache.places(1, 2)).toEqual(['L1,L2', 'L1']);
  });

  it('a sweep removes what is idle', () => {
    const cache = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels: 'L1=5/-/lru' }).set(1, 0).set(2, 5).wait(11);
    cache.hierarchy.sweep();
    expect(cache.places(1, 2)).toEqual(['', 'L1']);
  });

  it('partitions count idle time too', () => {
    const options = { ...PLAIN, expiry, tti: '10s', levels: 'L1=5/-/lru,L2=8/-/lru,L3=9/-/lru', partitions: 'quota' };
    const cache = new SmallCache(options).set(1, 0, { type: 1 }).set(2, 0, { type: 1 });
    cache.get(1, 6, 1);
    expect([cache.get(1, 12, 1), cache.get(2, 12, 1)]).toEqual(['features', 'origin']);
  });
});

it('an idle entry makes room before any other, unless expiry is lazy', () => {
  const levels = 'L1=2/-/fifo';
  const cache = (expiry: string) => {
    const built = new SmallCache({ ...PLAIN, expiry, tti: '10s', levels }).set(1, 0).set(2, 1);
    built.get(1, 9);
    return built.set(3, 12);
  };
  // The first to come was used since, the second was not.
  expect(cache('expired-first').places(1, 2, 3)).toEqual(['L1', '', 'L1']);
  expect(cache('lazy').places(1, 2, 3)).toEqual(['', 'L1', 'L1']);
});

it('the stay in a level that cools ends as ever: a hit does not prolong it', () => {
  const cache = new SmallCache({ ...PLAIN, tti: '10s', levels: 'L1=5/5s/lru,L2=5/-/lru' }).set(1, 0);
  cache.get(1, 4);
  expect(cache.wait(6).where(1)).toBe('L2');
  expect([cache.get(1, 13), cache.get(1, 23), cache.get(1, 34)]).toEqual(['L2', 'L2', 'origin']);
});
