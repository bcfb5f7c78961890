import { describe, expect, it } from 'vitest';
import { measure } from './measured.ts';
import { SmallCache } from './small-cache.ts';

const LEVELS = 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru';
const DEMOTE = { preset: 'exclusive-lru', levels: LEVELS };
const PROMOTE = { ...DEMOTE, placement: 'climb', promotion: 'promote', demotion: 'drop' };
const ULC = { ...DEMOTE, residency: 'unified:policy=ulc', promotion: 'ulc' };

const ZIPF = 'zipf:keys=1000,alpha=1.1';
const DEMO = 'hot-warm-cold';
const FAST_HOT_SET = 'shifting-hotspot:keys=1000,hot=50,period=500';

describe('MQ in the second level, below an LRU that takes the recent hits', () => {
  const nine = { inclusion: 'nine', placement: 'all', promotion: 'every-hit:to=all,by=copy', demotion: 'drop' };
  const hits = (workload: string, second: string) =>
    measure(workload, { ...DEMOTE, ...nine, levels: `L1=15/-/lru,L2=135/-/${second}` }).hits;

  // Measured: 71.5 → 76.8, 79.6 → 85.7, 46.4 → 52.5.
  it.each([ZIPF, DEMO, 'scan:keys=500,length=300'])('beats LRU there by points on %s', workload => {
    expect(hits(workload, 'mq:lifetime=300')).toBeGreaterThan(hits(workload, 'lru') + 4);
  });

  it('loses to it where the hot set is replaced often', () => {
    // Measured: 81.6 → 73.9.
    expect(hits(FAST_HOT_SET, 'mq:lifetime=300')).toBeLessThan(hits(FAST_HOT_SET, 'lru') - 4);
  });
});

describe('PROMOTE, against DEMOTE', () => {
  it('has about the same hits, more of them in the first level, and next to no moves', () => {
    const demote = measure(ZIPF, DEMOTE);
    const promote = measure(ZIPF, PROMOTE);
    // Measured: 73.1 and 72.5 points of hits, 37.4 and 48.9 in L1, 1.38 and 0.04 moves a request.
    expect(Math.abs(promote.hits - demote.hits)).toBeLessThan(1.5);
    expect(promote.firstLevelHits).toBeGreaterThan(demote.firstLevelHits + 8);
    expect(promote.moved).toBeLessThan(demote.moved / 20);
  });

  it('moves the hits of the first level to slower ones where the hot set is replaced often', () => {
    // Measured: 33.6 → 19.4 in L1, 1.33 → 1.66 ms.
    expect(measure(FAST_HOT_SET, PROMOTE).firstLevelHits).toBeLessThan(
      measure(FAST_HOT_SET, DEMOTE).firstLevelHits - 8,
    );
    expect(measure(FAST_HOT_SET, PROMOTE).latencyMs).toBeGreaterThan(1.1 * measure(FAST_HOT_SET, DEMOTE).latencyMs);
  });

  it('adapts: fixed probabilities stay behind on both sides of it', () => {
    const fixed = (workload: string, p: number) =>
      measure(workload, { ...PROMOTE, promotion: `probability:p=${p}` }).hits;
    // Measured: 72.5 beside 71.4 and 50.5 at 0.25 and 0.9 on Zipf; 79.8 beside 76.9 and 40.9 on the demo.
    for (const workload of [ZIPF, DEMO])
      for (const p of [0.25, 0.9]) expect(measure(workload, PROMOTE).hits).toBeGreaterThan(fixed(workload, p));
  });
});

describe('ULC, against DEMOTE', () => {
  // Measured: 73.1 → 77.3 and 1.95 → 1.65 ms; 81.5 → 86.4 and 1.50 → 1.15 ms.
  it.each([ZIPF, DEMO])('hits more, and sooner, with a quarter of the moves on %s', workload => {
    const demote = measure(workload, DEMOTE);
    const ulc = measure(workload, ULC);
    expect(ulc.hits).toBeGreaterThan(demote.hits + 3);
    expect(ulc.latencyMs).toBeLessThan(0.9 * demote.latencyMs);
    expect(ulc.moved).toBeLessThan(demote.moved / 3);
  });

  it('keeps most of a loop slightly longer than the cache, and moves nothing', () => {
    // 150 of 153 keys stay where they were put; the first round misses. Measured 97.3 points, DEMOTE 0.
    const { hits, moved } = measure('loop:keys=153', ULC);
    expect(hits).toBeGreaterThan(97);
    expect([moved, measure('loop:keys=153', DEMOTE).hits]).toEqual([0, 0]);
  });

  it('loses where the hot set is replaced often: each of its keys must be missed twice', () => {
    // Measured: 81.7 → 73.2.
    expect(measure(FAST_HOT_SET, ULC).hits).toBeLessThan(measure(FAST_HOT_SET, DEMOTE).hits - 5);
  });

  it('is neither its order nor its levels alone: the order brings the hits, the levels the speed', () => {
    const levelsOnly = measure(DEMO, { ...ULC, residency: 'unified:policy=lru' });
    const orderOnly = measure(DEMO, { ...ULC, promotion: 'every-hit:to=top' });
    const both = measure(DEMO, ULC);
    // Levels do not change who is cached at all: exactly as many hits as DEMOTE, but sooner.
    expect(levelsOnly.hits).toBe(measure(DEMO, DEMOTE).hits);
    expect(levelsOnly.latencyMs).toBeLessThan(measure(DEMO, DEMOTE).latencyMs);
    expect(orderOnly.hits).toBe(both.hits);
    expect(orderOnly.latencyMs).toBeGreaterThan(both.latencyMs);
  });
});

describe('by ULC', () => {
  const cache = (promotion: string) =>
    new SmallCache({ ...ULC, promotion, levels: 'L1=1/-/lru,L2=1/-/lru,L3=1/-/lru' }).set(1, 0).set(2, 1).set(3, 2);

  it('the fastest levels are filled first, and a hit goes to the fastest of all when all yardsticks are older', () => {
    const built = cache('ulc');
    expect(built.places(1, 2, 3)).toEqual(['L1', 'L2', 'L3']);
    // Before this hit 3 was last requested after 1 and 2 were.
    expect([built.get(3, 3), built.where(3)]).toEqual(['L3', 'L1']);
  });

  it('a hit goes to the fastest level whose yardstick is older than its distance, past others if need be', () => {
    const built = cache('ulc');
    built.get(1, 3);
    built.get(2, 4);
    // 1 and 2 were both requested after 3 was: 3 stays, and is the youngest now.
    expect([built.get(3, 5), built.where(3)]).toEqual(['L3', 'L3']);
    // Since 1 was requested, 3 was twice; 1 and 2 go down by one each.
    built.get(3, 6);
    expect(built.places(1, 2, 3)).toEqual(['L2', 'L3', 'L1']);
  });

  it('with to=next it goes one level up', () => {
    const built = cache('ulc:to=next');
    built.get(3, 3);
    expect(built.places(1, 2, 3)).toEqual(['L1', 'L3', 'L2']);
  });

  it('a newcomer is cached when it comes again before a yardstick, in the level of that', () => {
    const built = cache('ulc');
    expect(built.set(4, 3).where(4)).toBe('');
    built.get(1, 4);
    // 2 and 3 came before 4 did, 1 after it: 4 takes the place of 2, and the oldest of all left.
    expect(built.set(4, 5).places(1, 2, 3, 4)).toEqual(['L1', '', 'L3', 'L2']);
  });
});

describe('placement climb', () => {
  const placed = (promotion: string, inclusion = 'exclusive') =>
    new SmallCache({
      preset: 'exclusive-lru',
      placement: 'climb',
      demotion: 'drop',
      inclusion,
      promotion,
      levels: 'L1=1/-/lru,L2=1/-/lru,L3=1/-/lru',
    });

  it('goes to the top with a promotion policy that always says yes, and stays at the bottom with one that never does', () => {
    expect(placed('every-hit').set(1, 0).where(1)).toBe('L1');
    expect(placed('never').set(1, 0).where(1)).toBe('L3');
    expect(placed('every-hit', 'nine').set(1, 0).where(1)).toBe('L1');
    expect(placed('every-hit', 'inclusive').set(1, 0).where(1)).toBe('L1,L2,L3');
  });

  it('stops below the first resident that is worth more', () => {
    // Two requests for each of 1 and 2; 3 is requested once, which is enough for room but not for their places.
    const cache = placed('frequency').set(1, 0).set(1, 1).set(2, 2).set(2, 3);
    expect(cache.places(1, 2)).toEqual(['L1', 'L2']);
    expect(cache.set(3, 4).places(1, 2, 3)).toEqual(['L1', 'L2', 'L3']);
  });

  it('leaves a resident where it is when it is overwritten', () => {
    const cache = placed('probability:p=0').set(1, 0).set(1, 1);
    expect(cache.where(1)).toBe('L3');
  });
});
