import { describe, expect, it } from 'vitest';
import { cacheAt } from '../../test/library/cache-at.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

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
