import { describe, expect, it, vi } from 'vitest';
import type { LiveEntries } from './live-entries.ts';
import { MultiLevelCache } from './multi-level-cache.ts';
import type { CacheOptions } from './options.ts';

/** A cache on a clock that stands until it is moved. */
function cacheAt(options: CacheOptions<string> = {}) {
  const time = { now: 1_000 };
  return { time, cache: new MultiLevelCache<string>({ clock: () => time.now, ...options }) };
}

describe('the document promises', () => {
  it('that priority says where data is placed, and that an answer names its level', () => {
    const { cache } = cacheAt();
    cache.set('a', '1', { priority: 'high' });
    cache.set('b', '2', { priority: 'medium' });
    cache.set('c', '3', { priority: 'normal' });
    cache.set('d', '4');
    expect(['a', 'b', 'c', 'd', 'e'].map(key => cache.get(key))).toMatchObject([
      { hit: true, value: '1', level: 'L1' },
      { hit: true, value: '2', level: 'L2' },
      { hit: true, value: '3', level: 'L3' },
      { hit: true, value: '4', level: 'L3' },
      { hit: false },
    ]);
  });

  it('sizes of 100, 500 and 1,000 with lifetimes of 5, 15 and 30 minutes', () => {
    const { l1Stats, l2Stats, l3Stats } = new MultiLevelCache().getComprehensiveStats();
    expect([l1Stats, l2Stats, l3Stats]).toMatchObject([
      { maxSize: 100, ttlSeconds: 300 },
      { maxSize: 500, ttlSeconds: 900 },
      { maxSize: 1_000, ttlSeconds: 1_800 },
    ]);
    expect(new MultiLevelCache({ l2Size: 7 }).configuration.levels.map(level => level.capacity)).toEqual([
      100, 7, 1_000,
    ]);
  });

  it('and time to idle, where it is asked for', () => {
    const { cache, time } = cacheAt({ tti: '10s' });
    cache.set('used', '1');
    cache.set('idle', '2');
    time.now += 6;
    cache.get('used');
    time.now += 6;
    expect([cache.get('used').hit, cache.get('idle').hit]).toEqual([true, false]);
  });

  it('partitions that answer', () => {
    const { cache } = cacheAt({ partitions: 'quota' });
    cache.set('m', 'weights', { dataType: 'model' });
    expect(cache.get('m', { dataType: 'model' })).toMatchObject({ hit: true, level: 'model' });
    expect(cache.get('m').hit).toBe(false);
    expect([cache.has('m', { dataType: 'model' }), cache.has('m')]).toEqual([true, false]);
    const { partitions, hits, misses, totalRequests } = cache.getComprehensiveStats();
    expect(partitions.model).toMatchObject({ size: 1, hits: 1, maxSize: 50, ttlSeconds: 3_600 });
    expect([hits, misses, totalRequests]).toEqual([1, 1, 2]);
  });
});

describe('what the options say', () => {
  it('is one resolved configuration, and the same cache comes of that', () => {
    const options = { preset: 'exclusive-lru', levels: 'a=3/1m/arc,b=9', partitions: 'none', seed: 2 };
    const { configuration } = new MultiLevelCache(options);
    expect(configuration.levels.map(({ name, policy }) => [name, policy])).toEqual([
      ['a', 'arc'],
      ['b', 'lru'],
    ]);
    expect(MultiLevelCache.from(JSON.parse(JSON.stringify(configuration))).configuration).toEqual(configuration);
  });

  it.each<[object, string]>([
    [{ l2Size: 0 }, 'l2Size: found 0, expected a whole number of entries, at least 1'],
    [{ l1Size: 2.5 }, 'l1Size: found 2.5'],
    [{ l1Szie: 2 }, 'l1Szie: unknown option; did you mean "l1Size"?'],
    [{ l1Size: 2, levels: 'L1=3' }, 'l1Size: levels are given already'],
    [{ levels: 'L1=1%' }, 'levels: L1 is a share of a workload'],
    [{ levels: 'L1=10/5x' }, 'levels L1: "5x" is not a duration'],
    [{ preset: 'tierlap' }, 'preset: unknown preset "tierlap"; did you mean "tierlab"?'],
    [{ levelTtl: 'heat' }, 'levelTtl: found "heat", expected remove, cool'],
    [{ preset: 'exclusive-lru', policy: 'opt' }, 'policy: reads the future'],
    [{ enablePrediction: true, prediction: 'none' }, 'enablePrediction: found true, and prediction is none'],
    [{ enablePrediction: false, prediction: 'markov' }, 'enablePrediction: found false, and prediction is markov'],
    [{ rate: '5' }, 'rate: unknown option'],
    [{ prediction: 'markvo' }, 'prediction: unknown predictor "markvo"; did you mean "markov"?'],
    [{ prediction: 'markov:level=4' }, 'prediction: level=4 of 3: there is no such level'],
    [{ prediction: 'oracle' }, 'prediction: oracle knows the future, which only a simulation does'],
    [{ inflight: 'off' }, 'inflight: unknown option'],
    [{ tti: '5x' }, 'tti: "5x" is not a duration'],
    [
      { configuration: { ...new MultiLevelCache().configuration, prediction: 'markvo' } },
      'prediction: unknown predictor "markvo"',
    ],
    [{ rememberedKeys: 0 }, 'rememberedKeys: found 0'],
    [{ maxEntries: 5 }, 'maxEntries: capacities are in entries already'],
    [{ configuration: {} }, 'configuration.levels: expected 1 to 8 levels'],
    [{ configuration: new MultiLevelCache().configuration, l1Size: 5 }, 'l1Size: a complete configuration'],
    [{ configuration: { ...new MultiLevelCache().configuration, expiry: 'x' } }, 'configuration.expiry: found "x"'],
  ])('is refused in one line where it is wrong: %o', (options, message) => {
    expect(() => new MultiLevelCache(options)).toThrow(message);
  });

  it('and so is what a request says', () => {
    const { cache } = cacheAt();
    expect(() => cache.set('a', '1', { ttlMs: 0 })).toThrow('ttlMs: found 0, expected milliseconds, more than 0');
    expect(() => cache.set('a', '1', { priority: 'hihg' as 'high' })).toThrow('did you mean "high"?');
    expect(() => cache.set('a', '1', { size: -1 })).toThrow('size: found -1');
    expect(() => cache.get(7 as unknown as string)).toThrow('key: found number, expected a text');
    expect(cache.getComprehensiveStats()).toMatchObject({ knownKeys: 0, totalRequests: 0 });
  });
});

describe('capacities in bytes', () => {
  it('need the size of a value, from its set or from the cache', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=10B,L2=10B' });
    expect(() => cache.set('a', 'xx')).toThrow('size: capacities are in bytes');
    cache.set('a', 'xx', { size: 10 });
    cache.set('b', 'xx', { size: 5 });
    expect(cache.getComprehensiveStats()).toMatchObject({ l1Stats: { used: 5 }, l2Stats: { used: 10 } });
    const measured = cacheAt({ levels: 'L1=10B,L2=10B', sizeOf: (value, key) => value.length + key.length }).cache;
    measured.set('a', 'xx');
    expect(measured.getComprehensiveStats().l2Stats!.used).toBe(3);
    expect(measured.set('b', 'x'.repeat(10))).toBe(false);
  });

  it('are kept to when values grow, and a value that has no room any more is gone with the old one', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=10B', sizeOf: value => value.length });
    const causes: string[] = [];
    cache.on('remove', ({ key, cause, value }) => causes.push(`${key} ${cause} ${value}`));
    for (const key of ['a', 'b']) cache.set(key, 'xxxxx');
    expect(cache.set('b', 'yyyyyyy')).toBe(true);
    expect(causes).toEqual(['b invalidated xxxxx', 'a evicted xxxxx']);
    expect([cache.get('b'), cache.getComprehensiveStats().l1Stats!.used]).toMatchObject([{ value: 'yyyyyyy' }, 7]);
    expect(cache.set('b', 'z'.repeat(11))).toBe(false);
    expect([cache.get('b').hit, cache.size, cache.getComprehensiveStats().l1Stats!.used]).toEqual([false, 0, 0]);
  });

  it('hold no more entries than there are ids', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=1KB', maxEntries: 5, rememberedKeys: 2 });
    const causes: string[] = [];
    cache.on('remove', ({ key, cause }) => causes.push(`${key} ${cause}`));
    for (let n = 0; n < 9; n++) cache.set(`${n}`, 'x', { size: 1 });
    // Seven ids, one of which waits for the next newcomer: the oldest three of nine go.
    expect(causes).toEqual(['0 evicted', '1 evicted', '2 evicted']);
    expect([...cache.keys()].sort()).toEqual(['3', '4', '5', '6', '7', '8']);
  });
});

describe('values', () => {
  it('may be undefined, and are then there all the same', async () => {
    const cache = new MultiLevelCache<undefined>();
    cache.set('a', undefined);
    expect(cache.get('a')).toEqual({ hit: true, value: undefined, level: 'L3' });
    expect(cache.has('a')).toBe(true);
    expect(await cache.getOrLoad('a', () => expect.unreachable('it is there'))).toBe(undefined);
  });

  it('are held by reference (B17)', () => {
    const cache = new MultiLevelCache<number[]>();
    const list = [1];
    cache.set('a', list);
    list.push(2);
    expect(cache.get('a')).toMatchObject({ value: [1, 2] });
  });

  it('are let go of when their entry leaves', () => {
    const { cache, time } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=2/10s' });
    const values = () =>
      (cache as unknown as { live: { contents: { values: unknown[] } } }).live.contents.values.filter(Boolean);
    for (const key of ['a', 'b', 'c']) cache.set(key, key);
    expect(values()).toEqual(['b', 'c']);
    cache.delete('b');
    expect(values()).toEqual(['c']);
    time.now += 11;
    cache.get('c');
    expect(values()).toEqual([]);
  });
});

describe('deleting', () => {
  it('says whether the key was there, and so does asking', () => {
    const { cache, time } = cacheAt();
    cache.set('a', '1', { ttlMs: 5_000 });
    expect([cache.has('a'), cache.delete('a'), cache.delete('a'), cache.has('a')]).toEqual([true, true, false, false]);
    cache.set('a', '1', { ttlMs: 5_000 });
    time.now += 5;
    expect(cache.has('a')).toBe(true);
    time.now += 0.001;
    expect([cache.has('a'), cache.delete('a')]).toEqual([false, false]);
    expect(cache.getComprehensiveStats().totalRequests).toBe(0);
  });

  it('clear takes everything and leaves the counters', () => {
    const { cache } = cacheAt();
    for (let n = 0; n < 50; n++) cache.set(`${n}`, 'x');
    cache.get('1');
    cache.clear();
    expect([cache.size, [...cache.entries()], cache.get('1').hit]).toEqual([0, [], false]);
    expect(cache.getComprehensiveStats()).toMatchObject({ totalRequests: 2, hits: 1 });
  });

  it('an expired entry is in the size until a sweep, and never among the keys', () => {
    const { cache, time } = cacheAt();
    cache.set('a', '1', { ttlMs: 1_000 });
    cache.set('b', '2');
    time.now += 2;
    expect([cache.size, [...cache.entries()]]).toEqual([2, [['b', '2']]]);
    cache.sweep();
    expect(cache.size).toBe(1);
    const sweeping = cacheAt({ sweep: '1m' });
    sweeping.cache.set('a', '1', { ttlMs: 1_000 });
    sweeping.time.now += 61;
    sweeping.cache.has('b');
    expect(sweeping.cache.size).toBe(0);
  });
});

describe('the statistics', () => {
  it('have true misses for every level', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru' });
    cache.set('a', '1', { priority: 'normal' });
    cache.get('a');
    cache.get('b');
    expect(cache.getComprehensiveStats()).toMatchObject({
      ...{ totalRequests: 2, hits: 1, misses: 1, hitRatePercent: 50, predictionsMade: 0, predictionsHit: 0 },
      ...{ l1Hits: 1, l1Misses: 1, l2Hits: 0, l2Misses: 1, l3Hits: 0, l3Misses: 1 },
      l1Stats: { name: 'L1', size: 1, hits: 1, misses: 1, hitRatePercent: 50 },
      ...{ size: 1, knownKeys: 2, forgottenKeys: 0 },
    });
  });

  it('balance at any moment, also when a listener reads them in the middle of a request (B13)', () => {
    const { cache } = cacheAt({ levels: 'L1=1,L2=1,L3=1' });
    let seen = 0;
    const check = () => {
      const { totalRequests, hits, misses, l1Hits, l2Hits, l3Hits, l3Misses } = cache.getComprehensiveStats();
      expect([hits + misses, l1Hits! + l2Hits! + l3Hits! + l3Misses!]).toEqual([totalRequests, totalRequests]);
      seen++;
    };
    for (const name of ['hit', 'miss', 'set', 'remove', 'move'] as const) cache.on(name, check);
    for (let n = 0; n < 40; n++) if (!cache.get(`${n % 5}`).hit) cache.set(`${n % 5}`, 'x');
    expect(seen).toBeGreaterThan(80);
  });
});

describe('the defects of the reference that concern a live cache', () => {
  it('a set in the middle of a promotion is not overwritten by what is promoted (B6)', () => {
    const { cache } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=1,L2=2' });
    cache.set('a', 'old');
    cache.set('b', 'x');
    cache.on('move', ({ key, cause }) => {
      if (key === 'a' && cause === 'promoted') cache.set('a', 'new', { priority: 'high' });
    });
    cache.get('a');
    expect(cache.get('a')).toMatchObject({ value: 'new' });
  });

  it('what is known of keys is bounded, however many absent keys are asked for (B10)', () => {
    const { cache } = cacheAt();
    for (let n = 0; n < 100_000; n++) cache.get(`absent ${n}`);
    // 1,600 entries, and three times as many keys that are remembered.
    expect(cache.getComprehensiveStats()).toMatchObject({ knownKeys: 6_400, size: 0, forgottenKeys: 93_600 });
  });

  it('nothing runs in the background of ten caches, nor after their shutdown (B11)', () => {
    vi.useFakeTimers();
    const caches = Array.from({ length: 10 }, () => new MultiLevelCache<string>());
    for (const cache of caches) cache.set('a', '1');
    expect(vi.getTimerCount()).toBe(0);
    for (const cache of caches) cache.shutdown();
    vi.useRealTimers();
  });

  it('an L2 of one entry works (B12)', () => {
    const { cache } = cacheAt({ l2Size: 1 });
    cache.set('a', '1', { priority: 'medium' });
    expect(cache.get('a')).toMatchObject({ level: 'L2' });
  });

  it('the wall clock may be set back and forth: nothing expires early or late by that (B16)', () => {
    const cache = new MultiLevelCache<string>();
    cache.set('a', '1');
    const wall = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1e9);
    expect(cache.get('a').hit).toBe(true);
    wall.mockReturnValue(0);
    expect(cache.get('a').hit).toBe(true);
    wall.mockRestore();
    // A clock of one's own that steps back stands still until it has caught up.
    const { cache: own, time } = cacheAt();
    own.set('a', '1');
    time.now -= 500;
    own.get('a');
    time.now += 500 + 1_800;
    expect(own.get('a').hit).toBe(true);
    time.now += 0.001;
    expect(own.get('a').hit).toBe(false);
  });
});

it('the id of a key that a policy remembers goes to a new key last', () => {
  const { cache } = cacheAt({ preset: 'exclusive-lru', levels: 'L1=1', rememberedKeys: 3 });
  const { table, hierarchy } = (cache as unknown as { live: LiveEntries<string> }).live;
  hierarchy.levels[0]!.policy.remembers = id => id === table.find('a');
  for (const key of ['a', 'b', 'c', 'd', 'e']) cache.get(key);
  expect(['a', 'b', 'c'].map(key => table.find(key) >= 0)).toEqual([true, false, true]);
});

describe('a shutdown', () => {
  it('lets go of everything, comes once, and is what `using` does', () => {
    const { cache } = cacheAt();
    const removed = vi.fn();
    cache.set('a', '1');
    cache.on('remove', removed);
    cache[Symbol.dispose]();
    cache.shutdown();
    expect(removed).not.toHaveBeenCalled();
    expect(cache.size).toBe(0);
  });

  it('ends every use but that of the counters', async () => {
    const { cache } = cacheAt();
    cache.get('a');
    cache.shutdown();
    const uses = [
      () => cache.get('a'),
      () => cache.set('a', '1'),
      () => cache.has('a'),
      () => cache.delete('a'),
      () => cache.clear(),
      () => [...cache.keys()],
      () => cache.sweep(),
      () => cache.on('hit', () => {}),
      () => cache.registerLoader(() => ''),
    ];
    for (const use of uses) expect(use).toThrow('the cache was shut down');
    await expect(cache.getOrLoad('a', () => '')).rejects.toThrow('the cache was shut down');
    await expect(cache.warm(['a'])).rejects.toThrow('the cache was shut down');
    expect(cache.getComprehensiveStats().totalRequests).toBe(1);
  });
});
