import { describe, expect, it, vi } from 'vitest';
import { cacheAt } from '../../test/library/cache-at.ts';
import type { LiveEntries } from './live-entries.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

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
