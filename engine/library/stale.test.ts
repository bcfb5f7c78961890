import { describe, expect, it, vi } from 'vitest';
import { MultiLevelCache } from './multi-level-cache.ts';
import type { CacheOptions } from './options.ts';

/** Lets everything happen that waits for nothing from outside. */
const settled = () => new Promise(resolve => setImmediate(resolve));

/** An entry with ten seconds to live, stored at 0, and a loader that answers when it is told to. */
function expiring(options: CacheOptions<string> = {}) {
  const time = { now: 0 };
  const cache = new MultiLevelCache<string>({ clock: () => time.now, levels: 'L1=5/10s,L2=5/10s', ...options });
  cache.set('a', 'old');
  const calls: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const loader = vi.fn(() => new Promise<string>((resolve, reject) => calls.push({ resolve, reject })));
  const ask = (staleWhileRevalidateMs = 5_000) => cache.getOrLoad('a', loader, { staleWhileRevalidateMs });
  return { time, cache, calls, loader, ask };
}

describe.each([
  { preset: 'tierlab' },
  { preset: 'exclusive-lru', expiry: 'lazy' },
  { preset: 'reference', partitions: 'none' },
])('%o: an entry that has expired', axes => {
  it('is answered for as long as it is allowed, and not a moment longer', async () => {
    for (const [now, loads, answer] of [
      [10, 0, 'old'],
      [10.001, 1, 'old'],
      [15, 1, 'old'],
      [15.001, 1, 'new'],
    ] as const) {
      const { time, calls, loader, ask } = expiring(axes);
      time.now = now;
      const asked = ask();
      await settled();
      expect(loader).toHaveBeenCalledTimes(loads);
      calls[0]?.resolve('new');
      expect(await asked).toBe(answer);
    }
  });

  it('is loaded once, for however many ask, and all are answered at once until the new value is there', async () => {
    const { time, cache, calls, loader, ask } = expiring(axes);
    time.now = 12;
    expect(new Set(await Promise.all(Array.from({ length: 1_000 }, () => ask())))).toEqual(new Set(['old']));
    expect(loader).toHaveBeenCalledOnce();
    calls[0]!.resolve('new');
    await settled();
    time.now = 22;
    expect([await ask(0), loader.mock.calls.length]).toEqual(['new', 1]);
    const { totalRequests, hits, misses, staleAnswers } = cache.getComprehensiveStats();
    expect([totalRequests, hits, misses, staleAnswers]).toEqual([1_001, 1, 0, 1_000]);
  });
});

describe('whoever does not accept an expired value', () => {
  it('does not get it, and waits for the load that is under way', async () => {
    const { time, cache, calls, loader, ask } = expiring();
    time.now = 12;
    expect(await ask()).toBe('old');
    expect([cache.has('a'), [...cache.keys()]]).toEqual([false, []]);
    const strict = cache.getOrLoad('a', loader);
    calls[0]!.resolve('new');
    expect(await strict).toBe('new');
    expect(loader).toHaveBeenCalledOnce();
  });

  it('by a lookup takes it from the others as well', async () => {
    const { time, cache, calls, ask } = expiring();
    time.now = 12;
    expect(cache.get('a').hit).toBe(false);
    const asked = ask();
    await settled();
    calls[0]!.resolve('new');
    expect(await asked).toBe('new');
  });
});

it('a load that fails troubles nobody who was answered; the next to ask tries again', async () => {
  const { time, cache, calls, loader, ask } = expiring();
  time.now = 12;
  expect(await ask()).toBe('old');
  calls[0]!.reject(new Error('no'));
  await settled();
  expect(await ask()).toBe('old');
  expect(loader).toHaveBeenCalledTimes(2);
  expect(cache.getComprehensiveStats().loads).toMatchObject({ failed: 1, inFlight: 1 });
});

it('what was set or deleted meanwhile is newer than what is loaded', async () => {
  for (const [overtake, answer] of [
    [(cache: MultiLevelCache<string>) => cache.set('a', 'set'), { hit: true, value: 'set' }],
    [(cache: MultiLevelCache<string>) => cache.delete('a'), { hit: false }],
  ] as const) {
    const { time, cache, calls, ask } = expiring();
    time.now = 12;
    await ask();
    overtake(cache);
    calls[0]!.resolve('loaded');
    await settled();
    expect(cache.get('a')).toMatchObject(answer);
  }
});

it('an entry that was idle for too long is not answered, nor one of another data type', async () => {
  const idle = expiring({ tti: '4s' });
  idle.time.now = 6;
  void idle.ask();
  const typed = expiring({ partitions: 'quota' });
  typed.cache.set('a', 'model', { dataType: 'model', ttlMs: 1_000 });
  typed.time.now = 0.5;
  void typed.ask();
  for (const { cache } of [idle, typed])
    expect(cache.getComprehensiveStats()).toMatchObject({ misses: 1, staleAnswers: 0 });
});

it('where one copy has expired and another lives, that one answers, and nothing is loaded', async () => {
  const { time, cache, loader, ask } = expiring({
    preset: 'reference',
    partitions: 'none',
    levels: 'L1=5/5s,L2=5/60s',
  });
  cache.get('a');
  time.now = 7;
  expect([await ask(), loader.mock.calls.length]).toEqual(['old', 0]);
  expect(cache.getComprehensiveStats()).toMatchObject({ staleAnswers: 0, l1Hits: 0, l2Hits: 2 });
});

it('listeners are told, and a recording has the request', async () => {
  const { time, cache, ask } = expiring();
  const told: unknown[] = [];
  for (const name of ['hit', 'miss', 'stale'] as const) cache.on(name, event => told.push([name, event]));
  const request = vi.fn();
  cache.tapRequests({ request });
  time.now = 12;
  await ask();
  expect(told).toEqual([['stale', { key: 'a', value: 'old' }]]);
  expect(request).toHaveBeenCalledOnce();
});

it('a predictor learns from such a request as from any other', async () => {
  const { time, cache, ask } = expiring({ prediction: 'markov:support=1,throttle=false' });
  const loader = vi.fn((key: string) => key);
  cache.registerLoader(loader);
  await ask();
  cache.get('b');
  time.now = 12;
  await ask();
  await settled();
  expect(loader).toHaveBeenCalledWith('b');
});

it.each([-1, Number.NaN])('%f milliseconds are refused', async ms => {
  const { ask } = expiring();
  await expect(ask(ms)).rejects.toThrow(`staleWhileRevalidateMs: found ${ms}, expected milliseconds, 0 or more`);
});
