import { describe, expect, it, vi } from 'vitest';
import { predicting, settled } from '../../test/library/predicting.ts';

describe('in the background', () => {
  const many = (queue: number, concurrency: number) => {
    const bench = predicting({ prediction: `sequential:degree=5,throttle=false,queue=${queue}` }, { concurrency });
    bench.cache.get('10');
    return bench;
  };

  it('no more is loaded at a time than was allowed; some wait, and the rest is rejected', async () => {
    const { calls, loaded, books } = many(1, 2);
    await settled();
    expect([loaded(), books().rejected]).toEqual([['11', '12'], 2]);
    calls[0]!.resolve('x');
    await settled();
    expect(loaded()).toEqual(['11', '12', '13']);
  });

  it('warming and prediction share what is allowed', async () => {
    const { cache, calls, loaded } = predicting(
      { prediction: 'sequential:degree=1,throttle=false,queue=0' },
      { concurrency: 1 },
    );
    const report = cache.warm(['a']);
    await settled();
    cache.get('10');
    await settled();
    expect(loaded()).toEqual(['a']);
    calls[0]!.resolve('x');
    await report;
    cache.get('20');
    await settled();
    expect(loaded()).toEqual(['a', '21']);
  });

  it('what waits is loaded at once when it is asked for, and not at all when it was set or the cache was shut down', async () => {
    const { cache, calls, loaded, books } = many(5, 1);
    await settled();
    const asked = cache.getOrLoad('13');
    await settled();
    expect(loaded()).toEqual(['11', '13']);
    cache.set('12', 'set');
    for (const call of calls.splice(0)) call.resolve('x');
    await settled();
    // 12 was next in line.
    expect(loaded()).toEqual(['14']);
    expect([await asked, cache.get('12')]).toMatchObject(['x', { value: 'set' }]);
    expect(books()).toMatchObject({ late: 1, evictedUnused: 1 });
    cache.shutdown();
    calls[0]!.resolve('x');
    await settled();
    expect(loaded()).toEqual(['14']);
  });

  it('a loader that throws spoils nothing: its load was in vain, and another is allowed', async () => {
    const { cache, calls, walk, loaded, books } = predicting({}, { concurrency: 1 });
    walk('ab');
    cache.delete('b');
    for (let n = 0; n < 2; n++) {
      cache.get('a');
      await settled();
      calls[n]!.reject(new Error('no'));
      await settled();
    }
    expect([loaded(), cache.has('b')]).toEqual([['b', 'b'], false]);
    expect(books()).toMatchObject({ issued: 2, evictedUnused: 2 });
    expect(await cache.getOrLoad('b', () => 'yes')).toBe('yes');
  });

  it('a loader that hangs is given up after its time, and nobody who joins it waits longer than he said', async () => {
    vi.useFakeTimers();
    const { cache, walk, loaded, books } = predicting({}, { concurrency: 1, timeoutMs: 100 });
    walk('ab');
    cache.delete('b');
    cache.get('a');
    await vi.advanceTimersByTimeAsync(0);
    const failure = expect(cache.getOrLoad('b', undefined, { timeoutMs: 20 })).rejects.toThrow('took more than 20 ms');
    await vi.advanceTimersByTimeAsync(20);
    await failure;
    await vi.advanceTimersByTimeAsync(80);
    expect(books()).toMatchObject({ late: 1, residentUnused: 0 });
    cache.get('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(loaded()).toEqual(['b', 'b']);
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
