import { describe, expect, it } from 'vitest';
import type { Options } from '../../engine/configuration/types.ts';
import { SmallCache } from '../hierarchy/small-cache.ts';
import { readVector } from './read-vector.ts';

/** What is wrong with the public implementation, as its preset shows it, and what the default design does in its place. */
const REFERENCE = 'reference';
const DEFAULT = 'tierlab';

const HIGH = { priority: 2 };
const MEDIUM = { priority: 1 };
const MODEL = 2;

/** What the demo of the document fills its cache with: keys 0 … 49 of priority high, 150 medium, 300 normal. */
const DEMO_LEVELS = 'L1=50/5m/lru,L2=150/15m/lru,L3=300/30m/lru';
const HIGH_KEYS = { from: 0, to: 50 };
const MEDIUM_KEYS = { from: 50, to: 200 };
const NORMAL_KEYS = { from: 200, to: 500 };

interface Keys {
  readonly from: number;
  readonly to: number;
}

function each({ from, to }: Keys): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function populated(preset: string): SmallCache {
  const cache = new SmallCache({ preset, levels: DEMO_LEVELS, fill: 'none' }, 500);
  for (const id of each(HIGH_KEYS)) cache.set(id, 0, HIGH);
  for (const id of each(MEDIUM_KEYS)) cache.set(id, 0, MEDIUM);
  for (const id of each(NORMAL_KEYS)) cache.set(id, 0);
  return cache;
}

/** How many of these are in no level. */
function gone(cache: SmallCache, keys: Keys): number {
  return each(keys).filter(id => cache.where(id) === '').length;
}

describe('B1: stale reads', () => {
  const staleAfterUpdate = (preset: string) => {
    const cache = new SmallCache({ preset }).set(1, 0, MEDIUM);
    cache.get(1, 1);
    cache.set(1, 2, MEDIUM);
    const level = cache.get(1, 3);
    return [level, cache.hierarchy.staleHits];
  };
  const staleBelowPriority = (preset: string) => {
    const cache = new SmallCache({ preset }).set(1, 0, HIGH).set(1, 1);
    cache.get(1, 2);
    return cache.hierarchy.staleHits;
  };

  it('the reference serves the copy that a hit has left in L1 after the key was set anew', () => {
    expect(staleAfterUpdate(REFERENCE)).toEqual(['L1', 1]);
    expect(staleBelowPriority(REFERENCE)).toBe(1);
  });

  it('the default has one version of each key', () => {
    expect(staleAfterUpdate(DEFAULT)).toEqual(['L1', 0]);
    expect(staleBelowPriority(DEFAULT)).toBe(0);
  });
});

describe('B2: time travel', () => {
  /** Stale hits at 6,301 s, when the newer version is 300 s old, and just after. */
  const staleHits = (preset: string) => {
    const cache = new SmallCache({ preset }).set(1, 6_000).set(1, 6_001, HIGH);
    return [6_301, 6_301.5].map(now => [cache.get(1, now) !== 'origin', cache.hierarchy.staleHits]);
  };

  it('on the reference the older version returns when the newer one above has expired', () => {
    expect(staleHits(REFERENCE)).toEqual([
      [true, 0],
      [true, 1],
    ]);
  });

  it('by default it is the newer one that lives on', () => {
    expect(staleHits(DEFAULT)).toEqual([
      [true, 0],
      [true, 0],
    ]);
  });
});

describe('B3: priority inversion', () => {
  /** Who of three entries of priority high, medium and normal still answers, nobody having asked before. */
  const alive = (preset: string, now: number) => {
    const cache = new SmallCache({ preset }).set(1, 0, HIGH).set(2, 0, MEDIUM).set(3, 0);
    return [1, 2, 3].map(id => cache.get(id, now) !== 'origin');
  };
  const highGone = (preset: string) => {
    const cache = populated(preset);
    for (const id of each(MEDIUM_KEYS).slice(0, 50)) cache.get(id, 1);
    return gone(cache, HIGH_KEYS);
  };

  it('on the reference the most important entries die first, and all of them leave for as many of the next class', () => {
    expect([alive(REFERENCE, 301), alive(REFERENCE, 901)]).toEqual([
      [false, true, true],
      [false, false, true],
    ]);
    expect(highGone(REFERENCE)).toBe(50);
  });

  it('by default all live equally long, and none leaves while there is room', () => {
    expect([alive(DEFAULT, 301), alive(DEFAULT, 901)]).toEqual([Array(3).fill(true), Array(3).fill(true)]);
    expect(highGone(DEFAULT)).toBe(0);
  });
});

describe('B4: promotion without demotion', () => {
  /** Keys that 500 slots hold when 50 medium and 100 normal ones have been asked for: distinct, and entries. */
  const held = (preset: string) => {
    const cache = populated(preset);
    for (const id of [...each(MEDIUM_KEYS).slice(0, 50), ...each(NORMAL_KEYS).slice(0, 100)]) cache.get(id, 1);
    const { levels } = cache.hierarchy;
    return [500 - gone(cache, { from: 0, to: 500 }), levels.reduce((sum, level) => sum + level.residents, 0)];
  };

  it('destroys and duplicates on the reference', () => {
    // 50 copies in L1 took the place of the high keys, 100 copies in L2 that of the medium ones that nobody had asked for.
    expect(held(REFERENCE)).toEqual([350, 500]);
  });

  it('moves by default, and whoever makes room moves too', () => {
    expect(held(DEFAULT)).toEqual([500, 500]);
  });
});

describe('B5: a lifetime that begins anew with each promotion', () => {
  const answers = (preset: string) => {
    const cache = new SmallCache({ preset }).set(1, 0);
    return [1_800, 2_700, 3_000, 3_000.5].map(now => cache.get(1, now));
  };

  it('lets the reference serve a value for 3,000 s, where the longest TTL is 1,800', () => {
    expect(answers(REFERENCE)).toEqual(['L3', 'L2', 'L1', 'origin']);
  });

  it('ends after 1,800 s by default, wherever the entry has moved', () => {
    const [atTheEnd, ...later] = answers(DEFAULT);
    expect([atTheEnd === 'origin', ...later]).toEqual([false, 'origin', 'origin', 'origin']);
  });
});

describe('B7: miss counters', () => {
  interface Vector {
    readonly final: { readonly stats: Record<string, number> & Record<'l1_stats' | 'l2_stats', { misses: number }> };
  }

  it('of the implementation itself count the misses of the whole cache for L1, and none for L2 and L3', () => {
    const { stats } = readVector<Vector>('07_demo_60_30_10_seed42').final;
    expect([stats.l2_misses, stats.l3_misses]).toEqual([0, 0]);
    expect(stats.l2_stats.misses).toBeGreaterThan(0);
    expect(stats.l1_misses).toBeLessThan(stats.l1_stats.misses);
  });

  it.each([REFERENCE, DEFAULT])('of the workbench are true at each level, on preset %s', preset => {
    const cache = new SmallCache({ preset, placement: 'bottom', levels: 'L1=5,L2=5,L3=5', residency: 'per-level' });
    cache.set(1, 0);
    expect([cache.get(1, 1), cache.get(2, 1)]).toEqual(['L3', 'origin']);
    expect(cache.hierarchy.levels.map(level => level.misses)).toEqual([2, 2, 1]);
  });
});

describe('B8: write-only partitions', () => {
  const levels = 'L1=1/5m/lru,L2=8/15m/lru,L3=9/30m/lru';
  /** Who answers for a model that two others of priority high have pushed out of L1. */
  const pushedOut = (options: Options) => {
    const cache = new SmallCache({ levels, fill: 'none', ...options });
    for (const id of [1, 2, 3]) cache.set(id, 0, { ...HIGH, type: MODEL });
    return [cache.where(1), cache.get(1, 1, MODEL)];
  };

  it('on the reference keep a model that no get finds', () => {
    expect(pushedOut({ preset: REFERENCE })).toEqual(['model', 'origin']);
  });

  it('do not exist by default, and the levels keep it; those that are asked for answer', () => {
    const [where, answered] = pushedOut({ preset: DEFAULT });
    expect([where === '', answered]).toEqual([false, where]);
    expect(pushedOut({ preset: DEFAULT, partitions: 'quota' })).toEqual(['model', 'model']);
  });
});

describe('B14: scans', () => {
  /** Entries of priority medium that are gone after one pass over 150 cold keys, and of high after a second. */
  const flushed = (preset: string) => {
    const cache = populated(preset);
    const scan = each(NORMAL_KEYS).slice(0, 150);
    for (const id of scan) cache.get(id, 1);
    const mediumGone = gone(cache, MEDIUM_KEYS);
    for (const id of scan) cache.get(id, 2);
    return [mediumGone, gone(cache, HIGH_KEYS)];
  };
  /** Hot keys that are gone after 600 new keys, each asked for once. */
  const hotGone = (preset: string) => {
    const cache = new SmallCache({ preset, levels: DEMO_LEVELS }, 1_000);
    const hot = { from: 0, to: 100 };
    const fetch = (id: number, now: number) => {
      if (cache.get(id, now) === 'origin') cache.hierarchy.fill(id, 0, 0, 1, -1);
    };
    // Long enough for the guarded order to see what the challenger would have kept.
    for (let round = 0; round < 60; round++) {
      for (const id of each(hot)) fetch(id, round);
      for (let i = 0; i < 600; i++) fetch(100 + ((round * 600 + i) % 900), round);
    }
    return gone(cache, hot);
  };

  it('empty the upper levels of the reference', () => {
    expect(flushed(REFERENCE)).toEqual([150, 50]);
    expect(hotGone(REFERENCE)).toBe(100);
  });

  it('exchange entries between the levels by default, and leave the hot set in the cache', () => {
    expect(flushed(DEFAULT)).toEqual([0, 0]);
    expect(hotGone(DEFAULT)).toBe(0);
  });
});

describe('B15: expired entries in the way of live ones', () => {
  const left = (preset: string) => {
    const cache = new SmallCache({ preset, partitions: 'none', levels: 'L1=2/5m/lru' }).set(1, 0, HIGH).set(2, 2, HIGH);
    cache.get(1, 3);
    // 1 was used last, and is 301 s old; 2 is 299 s old.
    return cache.set(3, 301, HIGH).places(1, 2, 3);
  };

  it('the reference evicts the live one', () => {
    expect(left(REFERENCE)).toEqual(['L1', '', 'L1']);
  });

  it('the default the expired one', () => {
    expect(left(DEFAULT)).toEqual(['', 'L1', 'L1']);
  });
});

describe('B18: what the reference cannot be told', () => {
  const levels = 'L1=3/5m/lru';
  const bytesHeld = (options: Options) => {
    const cache = new SmallCache({ partitions: 'none', ...options });
    for (const id of [1, 2, 3]) cache.set(id, id, { ...HIGH, size: 600 });
    return [1, 2, 3].filter(id => cache.where(id) !== '').length * 600;
  };
  const oneHitWonderEnters = (options: Options) =>
    new SmallCache({ levels, partitions: 'none', ...options }).set(1, 0).where(1) !== '';

  it('the preset counts entries whatever their size, and admits everybody', () => {
    expect(bytesHeld({ preset: REFERENCE, levels })).toBe(1_800);
    expect(oneHitWonderEnters({ preset: REFERENCE })).toBe(true);
  });

  it('the default keeps to a byte budget, and has doors and lifetimes of single entries, when it is asked to', () => {
    expect(bytesHeld({ preset: DEFAULT, levels: 'L1=1500B/5m/lru' })).toBe(1_200);
    expect(oneHitWonderEnters({ preset: DEFAULT, admission: 'second-hit' })).toBe(false);
    const cache = new SmallCache({ preset: DEFAULT }).set(1, 0, { ttl: 10 }).set(2, 0);
    expect([cache.get(1, 11), cache.get(2, 11) === 'origin']).toEqual(['origin', false]);
  });
});
