import { expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

const PLAIN = { residency: 'per-level', promotion: 'never', placement: 'top', expiry: 'lazy', levelTtl: 'remove' };

/** Where an entry is after another has pushed it out of the first level, at this time; it must have 20 s left to go down. */
function after(seconds: number, ttl: number | undefined, options = {}): string {
  const cache = new SmallCache({
    ...PLAIN,
    levels: 'L1=1/60s/lru,L2=2/100s/lru',
    demotion: 'min-remaining-ttl:seconds=20,share=0',
    ...options,
  });
  cache.set(1, 0, ttl === undefined ? {} : { ttl });
  return cache.set(2, seconds).where(1);
}

it("what remains is counted from the entry's own lifetime, else from the longest of the levels", () => {
  // 50 s, set at 0 s: 20 s are left at 30 s.
  expect([after(30, 50), after(31, 50)]).toEqual(['L2', '']);
  // 100 s: 20 s are left at 80 s, whatever the 60 s of its stay in L1.
  expect([after(80, undefined), after(81, undefined)]).toEqual(['L2', '']);
});

it('all of a lifetime remains when a move begins it anew', () => {
  expect([after(45, 50), after(45, 50, { lifetime: 'restamp' })]).toEqual(['', 'L2']);
  expect(after(5, 15, { lifetime: 'restamp' })).toBe('');
});

it('what remains is a share of that very lifetime', () => {
  const half = { demotion: 'min-remaining-ttl:share=0.5' };
  expect([after(25, 50, half), after(26, 50, half), after(50, undefined, half)]).toEqual(['L2', '', 'L2']);
});

it('levels with copies of their own have lifetimes of their own', () => {
  const cache = new SmallCache({
    ...PLAIN,
    inclusion: 'nine',
    placement: 'priority',
    coherence: 'none',
    levels: 'L1=1/-/lru,L2=1/-/lru,L3=1/-/lru',
    demotion: 'min-remaining-ttl:seconds=20,share=0',
  });
  // The copy in L2 has 10 s left when it is pushed out, that in L1, set later, 100 s.
  cache.set(1, 0, { priority: 1, ttl: 40 }).set(1, 30, { priority: 2, ttl: 100 });
  expect(cache.where(1)).toBe('L1,L2');
  expect(cache.set(2, 30, { priority: 1 }).where(1)).toBe('L1');
  expect(cache.set(3, 30, { priority: 2 }).where(1)).toBe('L2');
});
