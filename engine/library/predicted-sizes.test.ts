import { describe, expect, it } from 'vitest';
import { EAGER, predicting, settled } from '../../test/library/predicting.ts';

describe('capacities in bytes', () => {
  const options = { levels: 'L1=100B', prediction: EAGER };
  const ask = async (bench: ReturnType<typeof predicting>, size?: number) => {
    for (const key of 'ab')
      if (!bench.cache.get(key).hit) bench.cache.set(key, key, size === undefined ? {} : { size });
    bench.cache.delete('b');
    if (size !== undefined) bench.cache.set('b', 'b', { size });
    bench.time.now += 10_000;
    bench.cache.get('a');
    await settled();
    return bench;
  };

  it('need a size, of the last set or of the cache, to load a key ahead', async () => {
    const known = await ask(predicting({ ...options, levels: 'L1=100B/60s' }), 30);
    expect(known.loaded()).toEqual(['b']);
    known.calls[0]!.resolve('x');
    await settled();
    expect(known.cache.getComprehensiveStats().l1Stats!.used).toBe(30);
    const measured = await ask(predicting({ ...options, levels: 'L1=100B/60s', sizeOf: value => 7 * value.length }));
    measured.calls[0]!.resolve('xx');
    await settled();
    expect(measured.cache.getComprehensiveStats().l1Stats!.used).toBe(14);
    const unknown = predicting({ ...options, prediction: 'sequential:throttle=false' });
    unknown.cache.get('1');
    expect(unknown.books()).toMatchObject({ requested: 4, rejected: 4 });
  });

  it('and a size that cannot be told makes the load one in vain', async () => {
    const bench = await ask(predicting({ ...options, levels: 'L1=100B/60s', sizeOf: value => value.length }));
    bench.calls[0]!.resolve('');
    await settled();
    expect(bench.books()).toMatchObject({ issued: 1, evictedUnused: 1, residentUnused: 0 });
  });

  it('are kept to when what is refreshed has grown, in the books of predictions too', async () => {
    const bench = predicting({
      prediction: 'ttl-refresh:factor=0.5',
      levels: 'L1=10B/10s',
      sizeOf: value => value.length,
    });
    const { cache, calls, time } = bench;
    for (const key of ['a', 'b']) cache.set(key, 'xxxxx');
    time.now += 6;
    cache.get('a');
    await settled();
    calls[0]!.resolve('yyyyyyy');
    await settled();
    expect([cache.get('a'), cache.has('b')]).toMatchObject([{ value: 'yyyyyyy' }, false]);
    expect(cache.getComprehensiveStats().l1Stats!.used).toBe(7);
    time.now += 6;
    expect(cache.get('a').hit).toBe(true);
    expect(bench.books()).toMatchObject({ issued: 2, useful: 1, residentUnused: 1 });
    await settled();
    // Too large for the cache, it is in vain, and the old value is gone with it.
    calls[1]!.resolve('z'.repeat(11));
    await settled();
    expect([cache.has('a'), cache.size]).toEqual([false, 0]);
    expect(bench.books()).toMatchObject({ issued: 2, useful: 1, evictedUnused: 1, residentUnused: 0 });
  });
});
