import { describe, expect, it, vi } from 'vitest';
import { predicting, settled } from '../../test/library/predicting.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

describe('a cache that predicts', () => {
  it('loads what followed a key before, and counts it when it is asked for', async () => {
    const { cache, calls, walk, loaded, books } = predicting();
    walk('abc');
    cache.delete('b');
    walk('a');
    await settled();
    expect(loaded()).toEqual(['b']);
    calls[0]!.resolve('loaded');
    await settled();
    expect(cache.get('b')).toEqual({ hit: true, value: 'loaded', level: 'L3' });
    expect(cache.getComprehensiveStats()).toMatchObject({ predictionsMade: 1, predictionsHit: 1 });
    expect(books()).toMatchObject({ issued: 1, useful: 1, residentUnused: 0 });
  });

  it('is what the document’s switch makes, with markov; it does nothing without a loader', async () => {
    const cache = new MultiLevelCache<string>({ enablePrediction: true });
    expect(cache.configuration.prediction).toBe('markov');
    for (const key of 'abababab') cache.get(key);
    expect(cache.getComprehensiveStats()).toMatchObject({ predictionsMade: 0, predictionsHit: 0 });
    expect(new MultiLevelCache().getComprehensiveStats().predictions).toBe(null);
  });

  it('tells listeners of what it loads, and counts it as no request', async () => {
    const { cache, calls, walk } = predicting();
    walk('ab');
    cache.delete('b');
    cache.get('a');
    const told = vi.fn();
    cache.on('set', told);
    await settled();
    const { totalRequests } = cache.getComprehensiveStats();
    calls[0]!.resolve('loaded');
    await settled();
    expect(told).toHaveBeenCalledWith({ key: 'b', value: 'loaded', level: 'L3' });
    expect(cache.getComprehensiveStats().totalRequests).toBe(totalRequests);
  });

  it('tells clients apart', async () => {
    const { cache, walk, loaded } = predicting();
    for (const key of ['a', 'x', 'b', 'y']) walk(key, key < 'm' ? 'first' : 'second');
    for (const key of 'abxy') cache.delete(key);
    cache.get('a', { client: 'third' });
    cache.get('x', { client: 'fourth' });
    await settled();
    expect(loaded()).toEqual(['b', 'y']);
  });

  it('has what is late answered by the load under way, which is then an ordinary one', async () => {
    const { cache, calls, walk, books } = predicting();
    walk('ab');
    cache.delete('b');
    cache.get('a');
    await settled();
    const asked = cache.getOrLoad('b', () => 'another', { priority: 'high', ttlMs: 1_000 });
    calls[0]!.resolve('loaded');
    expect(await asked).toBe('loaded');
    expect(cache.get('b')).toMatchObject({ level: 'L1' });
    expect(books()).toMatchObject({ issued: 1, late: 1, useful: 0 });
  });

  it('loads with what was said of the key last, and nothing of it after a delete', async () => {
    const { cache, calls, walk, time } = predicting();
    const once = async (ttlMs: number | null) => {
      if (ttlMs !== null) cache.set('b', 'b', { ttlMs });
      walk('ab');
      if (ttlMs === null) cache.delete('b');
      else time.now += 1;
      cache.get('a');
      await settled();
      calls.at(-1)!.resolve('loaded');
      await settled();
      time.now += 0.75;
      return cache.get('b').hit;
    };
    expect([await once(500), await once(null)]).toEqual([false, true]);
  });
});

it('a key that is no text is refused before anything is known of it', async () => {
  const { cache } = predicting();
  await expect(cache.getOrLoad(7 as unknown as string)).rejects.toThrow('key: found number');
  expect(cache.getComprehensiveStats().knownKeys).toBe(0);
});

describe('every predictor finds what it needs', () => {
  it('ttl-refresh renews an entry in use through the loader', async () => {
    const { cache, calls, time } = predicting({ prediction: 'ttl-refresh:factor=0.5', levels: 'L1=5/10s' });
    cache.set('a', 'old');
    time.now += 6;
    cache.get('a');
    await settled();
    calls[0]!.resolve('new');
    await settled();
    time.now += 6;
    expect(cache.get('a')).toMatchObject({ value: 'new' });
    // It is renewed again, six of ten seconds after it was.
    expect(cache.getComprehensiveStats()).toMatchObject({ predictionsMade: 2, predictionsHit: 1 });
  });

  it('periodic is woken by the next request, whatever that asks for', async () => {
    const { cache, time, loaded } = predicting({ prediction: 'periodic:support=2,throttle=false', levels: 'L1=2' });
    for (let n = 0; n < 4; n++) {
      time.now = 60 * n;
      for (const key of 'axyz') cache.get(key);
    }
    time.now = 239.99;
    cache.has('nobody');
    expect(loaded()).toEqual([]);
    await settled();
    expect(loaded()).toEqual(['a', 'x', 'y', 'z']);
  });

  it('sequential loads neighbours that nobody has asked for, and leaves keys alone that are no numbers', async () => {
    const { cache, loaded } = predicting({ prediction: 'sequential:degree=2,throttle=false' });
    for (const key of ['41', 'user:7', '007', '9'.repeat(15)]) cache.get(key);
    await settled();
    expect(loaded()).toEqual(['42', '43']);
  });
});

describe('what is known of a key', () => {
  it.each(['markov:support=1', 'ppm:support=1', 'probability-graph:support=1,window=1,threshold=0.4'])(
    'ends with its id, which then says nothing of the next key: %s',
    async prediction => {
      const { cache, calls, inside, loaded } = predicting({
        ...{ prediction: `${prediction},throttle=false`, levels: 'L1=1', rememberedKeys: 5 },
      });
      for (const key of ['a', 'b', 'a', 'b']) cache.get(key, { client: 'c' });
      const id = inside.live.table.find('a');
      await settled();
      for (const call of calls) call.reject(new Error('no'));
      await settled();
      const before = loaded().length;
      for (const key of ['1', '2', '3', '4']) cache.get(key, { client: key });
      cache.set('b', 'b');
      cache.delete('b');
      cache.get('5', { client: '5' });
      // The id of a is that of 5 now, after which nobody has asked for anything; b was there of late.
      expect([inside.live.table.keys[id], inside.live.table.find('b') >= 0]).toEqual(['5', true]);
      cache.get('5', { client: 'd' });
      await settled();
      expect(loaded().slice(before)).not.toContain('b');
    },
  );

  it('stays as long as a load of it is under way, and the books balance when it ends all the same', async () => {
    const { cache, inside, calls, books } = predicting({ levels: 'L1=1', rememberedKeys: 3 });
    for (const key of ['a', 'b', 'a']) cache.get(key);
    await settled();
    for (let n = 0; n < 3; n++) cache.get(`${n}`, { client: 'd' });
    expect(inside.live.table.find('b')).toBeGreaterThanOrEqual(0);
    for (let n = 0; n < 99; n++) cache.get(`later ${n}`, { client: 'd' });
    for (const call of calls) call.resolve('x');
    await settled();
    expect(cache.size).toBe(1);
    expect(books().residentUnused).toBeLessThanOrEqual(1);
  });
});
