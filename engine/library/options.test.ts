import { describe, expect, it } from 'vitest';
import { cacheAt } from '../../test/library/cache-at.ts';
import { MultiLevelCache } from './multi-level-cache.ts';

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
