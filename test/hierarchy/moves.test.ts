import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';
import { SmallCache } from './small-cache.ts';

const REQUESTS = 20_000;

/** Exclusive LRU levels of 15, 45 and 90 entries under 20,000 requests. */
function measure(workload: string, options: Options) {
  const requests = generate(workload, REQUESTS, 1);
  const asked = { preset: 'exclusive-lru', levels: 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru', fill: 'read-through' };
  const configuration = resolveConfiguration(
    { ...asked, ...options },
    { keys: requests.universe, bytes: requests.bytes },
  );
  const { hierarchy, meter, misses } = replay(requests, configuration, { seed: 1, warmup: 0 });
  const totalMs = meter.latencies.reduce(
    (sum, latency) => sum + (latency.count > 0 ? latency.mean * latency.count : 0),
    0,
  );
  return {
    hitRatio: 1 - misses / REQUESTS,
    /** Share of the requests that the first level answered. */
    first: hierarchy.levels[0]!.hits / REQUESTS,
    meanMs: totalMs / REQUESTS,
    moved: hierarchy.residents.moved,
  };
}

/** Entries begin in the last level, so that only promotions take them up. */
const promoting = (workload: string, promotion: string) => measure(workload, { placement: 'bottom', promotion });

/** Entries begin in the first level, so that only demotions fill the others. */
const demoting = (workload: string, demotion: string, options: Options = {}) =>
  measure(workload, { ...options, placement: 'top', demotion });

const STABLE = 'zipf:keys=1000,alpha=0.9';
const CHANGING = 'shifting-hotspot:keys=1000,hot=50,period=500';

describe('promotion with a probability of 0.1, against every hit', () => {
  it('keeps more popular entries in the first level while popularity is stable, with a tenth of the moves', () => {
    const [chance, always] = [promoting(STABLE, 'probability:p=0.1'), promoting(STABLE, 'every-hit')];
    // Measured 31.4 % and 29.4 % of the requests; 1,021 and 11,519 moves.
    expect(chance.first).toBeGreaterThan(always.first + 0.01);
    expect(chance.moved).toBeLessThan(always.moved / 8);
  });

  it('comes too late when the hot keys change after 500 requests', () => {
    // A hot key is asked for about 10 times in its period, so most win their draw when it is almost over: 13 % against 35 %.
    expect(promoting(CHANGING, 'probability:p=0.1').first).toBeLessThan(promoting(CHANGING, 'every-hit').first / 2);
  });
});

describe('promotion by cost and benefit, against frequency', () => {
  it('answers faster with half the moves while popularity is stable', () => {
    const [weighed, counted] = [promoting(STABLE, 'cost-benefit'), promoting(STABLE, 'frequency')];
    // Measured 32.8 % and 30.4 % of the requests in the first level; 5,025 and 9,265 moves.
    expect(weighed.first).toBeGreaterThan(counted.first + 0.015);
    expect(weighed.meanMs).toBeLessThan(counted.meanMs);
    expect(weighed.moved).toBeLessThan(counted.moved * 0.6);
  });

  it('answers slower when the hot keys change after 500 requests, the more the further it looks back', () => {
    // Measured 1.3905, 1.3931, 1.54 and 1.82 ms: windows of 75, 300 and 1,500 requests.
    const means = ['frequency', 'cost-benefit', 'cost-benefit:window=2', 'cost-benefit:window=10'].map(
      promotion => promoting(CHANGING, promotion).meanMs,
    );
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    expect(means[2]!).toBeGreaterThan(means[0]! * 1.05);
  });

  it('moves less the dearer moves are, and nothing when no saving can be large enough', () => {
    // Measured 6,661 and 4,131; at most 15 requests of 1 ms are saved.
    const moved = [0, 0.3, 15].map(cost => promoting(STABLE, `cost-benefit:cost=${cost}`).moved);
    expect(moved[1]!).toBeLessThan(moved[0]! * 0.7);
    expect(moved[2]!).toBe(0);
  });

  it('does not move between levels that answer at once', () => {
    const latency = 'L1=fixed:ms=1,L2=fixed:ms=0,L3=fixed:ms=0';
    expect(measure(STABLE, { placement: 'bottom', promotion: 'cost-benefit:cost=0', latency }).moved).toBe(0);
  });

  it('wants more of an entry that takes the place of several', () => {
    // L1 holds 2 of 5 bytes each, all asked for twice of late; the large entry of L2 would push out both.
    const promoted = (hits: number) => {
      const cache = new SmallCache({
        levels: 'L1=10B/-/lru,L2=40B/-/lru',
        residency: 'per-level',
        promotion: 'cost-benefit:cost=0,window=10',
        latency: 'L1=fixed:ms=0,L2=fixed:ms=1',
      });
      cache.set(1, 0, { size: 5, priority: 2 }).set(2, 0, { size: 5, priority: 2 }).set(3, 0, { size: 10 });
      cache.get(1, 0);
      cache.get(2, 0);
      for (let n = 0; n < hits; n++) cache.get(3, 0);
      return cache.where(3);
    };
    // A count includes the set: 2 × 2 for what leaves, so the fifth request is the first that counts more.
    expect([promoted(1), promoted(3), promoted(4)]).toEqual(['L2', 'L2', 'L1']);
  });
});

describe('demotion that rejects the first time, against the cascade', () => {
  it('keeps what is used once out of the lower levels', () => {
    // Scans through a Zipf: measured 30.7 % and 24.4 %, with a third of the moves.
    const [second, all] = [demoting('scan', 'reject-first'), demoting('scan', 'cascade')];
    expect(second.hitRatio).toBeGreaterThan(all.hitRatio + 0.04);
    expect(second.moved).toBeLessThan(all.moved / 2);
  });

  it('misses each newly hot key once more when hot keys change often', () => {
    // Measured 72 % and 82 %: 40 periods bring 50 hot keys each, 2,000 misses or a tenth of all requests.
    expect(demoting(CHANGING, 'reject-first').hitRatio).toBeLessThan(demoting(CHANGING, 'cascade').hitRatio - 0.06);
  });

  it('lets little down when its window is shorter than the time between two uses', () => {
    expect(demoting(STABLE, 'reject-first:window=1').moved).toBeLessThan(demoting(STABLE, 'reject-first').moved * 0.7);
  });
});

describe('demotion of what has a tenth of its lifetime left, against the cascade', () => {
  const levelsFor = (ttl: string) => ({ levels: `L1=15/${ttl}/lru,L2=45/${ttl}/lru,L3=90/${ttl}/lru` });

  it('carries no dead entries down where they are found only when looked up', () => {
    const options = { ...levelsFor('0.3s'), expiry: 'lazy' };
    const [alive, all] = [demoting(STABLE, 'min-remaining-ttl', options), demoting(STABLE, 'cascade', options)];
    // Measured 49.4 % and 49.1 %, and 6 % of the moves less.
    expect(alive.hitRatio).toBeGreaterThan(all.hitRatio + 0.002);
    expect(alive.moved).toBeLessThan(all.moved * 0.96);
  });

  it('loses hits on popular entries, which are the old ones, the more the larger its share', () => {
    const options = levelsFor('0.3s');
    const all = demoting('hot-warm-cold', 'cascade', options).hitRatio;
    // Measured 66.5 %, 66.3 % and 61.8 %.
    const [tenth, half] = ['min-remaining-ttl', 'min-remaining-ttl:share=0.5'].map(
      demotion => demoting('hot-warm-cold', demotion, options).hitRatio,
    );
    expect(tenth!).toBeLessThan(all);
    expect(half!).toBeLessThan(tenth! - 0.03);
  });

  it('is the cascade where nothing has a lifetime', () => {
    expect(demoting(STABLE, 'min-remaining-ttl')).toEqual(demoting(STABLE, 'cascade'));
  });
});

describe('demotion with a probability of 0.5, against the cascade', () => {
  it('hits on a loop longer than the cache, where the cascade never does', () => {
    const loop = 'loop:keys=160';
    expect(demoting(loop, 'cascade').hitRatio).toBe(0);
    expect(demoting(loop, 'probability').hitRatio).toBeGreaterThan(0.2);
  });

  it('drops popular entries with the others', () => {
    // Measured 41 % and 55 %.
    expect(demoting(STABLE, 'probability').hitRatio).toBeLessThan(demoting(STABLE, 'cascade').hitRatio - 0.1);
  });
});
