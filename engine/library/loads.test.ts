import { describe, expect, it, vi } from 'vitest';
import { LoadTimeoutError } from './loads.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

/** A loader that answers when it is told to. */
function heldLoader() {
  const calls: { key: string; resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const loader = vi.fn((key: string) => new Promise<string>((resolve, reject) => calls.push({ key, resolve, reject })));
  return { loader, calls };
}

/** Lets everything happen that waits for nothing from outside. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('getOrLoad', () => {
  it('loads once for a thousand who ask for the same key', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    const waiting = Array.from({ length: 1_000 }, () => cache.getOrLoad('a', loader));
    await settled();
    expect(cache.getComprehensiveStats().loads.inFlight).toBe(1);
    calls[0]!.resolve('1');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['1']));
    expect(loader).toHaveBeenCalledOnce();
    expect(cache.getComprehensiveStats()).toMatchObject({ misses: 1_000, loads: { inFlight: 0, completed: 1 } });
    expect(await cache.getOrLoad('a', loader)).toBe('1');
    expect(loader).toHaveBeenCalledOnce();
  });

  it.each<[string, () => string | Promise<string>]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('with a loader that %s fails for all who wait, and is as before for the next', async (_, fail) => {
    const cache = new MultiLevelCache<string>();
    const waiting = [cache.getOrLoad('a', fail), cache.getOrLoad('a', fail)];
    for (const each of waiting) await expect(each).rejects.toThrow('no');
    expect(cache.getComprehensiveStats().loads).toMatchObject({ inFlight: 0, failed: 1, completed: 0 });
    expect([cache.has('a'), await cache.getOrLoad('a', () => 'yes')]).toEqual([false, 'yes']);
  });

  it('gives a loader up that hangs, and drops what it brings later', async () => {
    vi.useFakeTimers();
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    const waiting = cache.getOrLoad('a', loader, { timeoutMs: 50 });
    const failure = expect(waiting).rejects.toThrow(LoadTimeoutError);
    await vi.advanceTimersByTimeAsync(50);
    await failure;
    expect(await cache.getOrLoad('a', () => 'new', { timeoutMs: 50 })).toBe('new');
    calls[0]!.resolve('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(cache.get('a')).toMatchObject({ value: 'new' });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it.each<[string, (cache: MultiLevelCache<string>) => void, object]>([
    ['a set', cache => cache.set('a', 'set'), { hit: true, value: 'set' }],
    ['a delete', cache => cache.delete('a'), { hit: false }],
    ['a clear', cache => cache.clear(), { hit: false }],
  ])('is overtaken by %s while it loads: who waits is answered, and nothing is stored', async (_, overtake, after) => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    const waiting = cache.getOrLoad('a', loader);
    await settled();
    overtake(cache);
    calls[0]!.resolve('old');
    expect(await waiting).toBe('old');
    expect(cache.get('a')).toMatchObject(after);
  });

  it('after a delete loads anew, although the old load is still under way', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    const old = cache.getOrLoad('a', loader);
    await settled();
    cache.delete('a');
    const fresh = cache.getOrLoad('a', loader);
    await settled();
    calls[1]!.resolve('new');
    expect(await fresh).toBe('new');
    calls[0]!.resolve('old');
    expect(await old).toBe('old');
    expect(cache.get('a')).toMatchObject({ value: 'new' });
  });

  it('stores with what its options say, which is looked at before anything is loaded', async () => {
    let now = 0;
    const cache = new MultiLevelCache<string>({ clock: () => now });
    const load = () => {
      now += 0.25;
      return '1';
    };
    await cache.getOrLoad('a', load, { priority: 'high', ttlMs: 2_000 });
    expect(cache.get('a')).toMatchObject({ level: 'L1' });
    expect(cache.getComprehensiveStats().loads.totalMs).toBe(250);
    now += 2.001;
    expect(cache.get('a').hit).toBe(false);
    const loader = vi.fn(() => '1');
    await expect(cache.getOrLoad('b', loader, { ttlMs: -1 })).rejects.toThrow('ttlMs');
    await expect(cache.getOrLoad('b', loader, { timeoutMs: 0 })).rejects.toThrow('timeoutMs');
    // A timer that should wait longer than it can would not wait at all.
    await expect(cache.getOrLoad('b', loader, { timeoutMs: 2 ** 31 })).rejects.toThrow('at most 2147483647');
    expect(loader).not.toHaveBeenCalled();
  });

  it('uses the registered loader where none is given', async () => {
    const cache = new MultiLevelCache<string>();
    await expect(cache.getOrLoad('a')).rejects.toThrow('loader: none is given, and none is registered');
    cache.registerLoader(key => `value of ${key}`);
    expect(await cache.getOrLoad('a')).toBe('value of a');
  });

  it('answers who waits after a shutdown, and stores nothing', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    const waiting = cache.getOrLoad('a', loader);
    await settled();
    cache.shutdown();
    calls[0]!.resolve('1');
    expect(await waiting).toBe('1');
    expect(cache.size).toBe(0);
  });
});

describe('warming', () => {
  it('loads what is missing, no more at a time than allowed, and takes keys no sooner', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    cache.registerLoader(loader, { concurrency: 2 });
    cache.set('b', 'there');
    const taken: string[] = [];
    const source = function* () {
      for (const key of 'abcdef') {
        taken.push(key);
        yield key;
      }
    };
    const report = cache.warm(source());
    await settled();
    // b is there; d is not taken before a or c is through.
    expect([taken.join(''), calls.map(call => call.key).join('')]).toEqual(['abc', 'ac']);
    const other = cache.warm(['x']);
    await settled();
    expect(calls).toHaveLength(2);
    calls[0]!.reject(new Error('no'));
    for (let n = 1; n < 6; n++) {
      await settled();
      calls[n]!.resolve('loaded');
    }
    expect(await report).toEqual({ loaded: 4, present: 1, failed: 1 });
    expect(await other).toEqual({ loaded: 1, present: 0, failed: 0 });
    expect([...cache.keys()].sort().join('')).toBe('bcdefx');
    expect(cache.getComprehensiveStats().totalRequests).toBe(0);
  });

  it('shares a load with whoever asks for the key meanwhile', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    cache.registerLoader(loader);
    const report = cache.warm(['a']);
    await settled();
    const asked = cache.getOrLoad('a');
    calls[0]!.resolve('1');
    expect([await asked, await report]).toEqual(['1', { loaded: 1, present: 0, failed: 0 }]);
    expect(loader).toHaveBeenCalledOnce();
  });

  it('ends with a shutdown, even when a loader hangs and the source has no end', async () => {
    const cache = new MultiLevelCache<string>();
    const { loader, calls } = heldLoader();
    cache.registerLoader(loader, { concurrency: 2 });
    const endless = function* () {
      for (let n = 0; ; n++) yield `${n}`;
    };
    const report = cache.warm(endless());
    await settled();
    calls[1]!.resolve('1');
    await settled();
    cache.shutdown();
    expect(await report).toEqual({ loaded: 1, present: 0, failed: 0 });
  });

  it('gives up a loader that hangs', async () => {
    vi.useFakeTimers();
    const cache = new MultiLevelCache<string>();
    cache.registerLoader(() => new Promise<string>(() => {}), { timeoutMs: 20 });
    const report = cache.warm(['a', 'b']);
    await vi.advanceTimersByTimeAsync(20);
    expect(await report).toEqual({ loaded: 0, present: 0, failed: 2 });
    vi.useRealTimers();
  });
});
