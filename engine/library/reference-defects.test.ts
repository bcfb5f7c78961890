import { describe, expect, it, vi } from 'vitest';
import { cacheAt } from '../../test/library/cache-at.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

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
