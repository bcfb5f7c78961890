import { describe, expect, it } from 'vitest';
import { SmallCache } from './small-cache.ts';

/** The partitions are then 5, 50 and 8 entries for 10 minutes, an hour and 3 minutes. */
const LEVELS = 'L1=4/-/lru,L2=10/-/lru';
const FEATURES = 1;
const MODEL = 2;
const RESULT = 3;

describe('with quotas', () => {
  const quota = () => new SmallCache({ levels: LEVELS, partitions: 'quota', placement: 'top' });

  it('typed data lies in its partition only, and general data in the levels only', () => {
    const cache = quota().set(1, 0, { type: FEATURES }).set(2, 0, { type: RESULT }).set(3, 0);
    expect(cache.places(1, 2, 3)).toEqual(['features', 'result', 'L1']);
  });

  it('a typed get asks its partition first, then the levels', () => {
    const cache = quota().set(1, 0, { type: FEATURES }).set(2, 0);
    expect([cache.get(1, 1, FEATURES), cache.get(2, 1, FEATURES)]).toEqual(['features', 'L1']);
    expect([cache.get(1, 1), cache.get(1, 1, MODEL)]).toEqual(['origin', 'origin']);
    const [features, model] = cache.hierarchy.stores;
    // Of four requests two asked for features, one for models, and the partition answered one.
    expect([features!.lookups, model!.lookups, cache.hierarchy.levels[0]!.lookups]).toEqual([2, 1, 3]);
  });

  it('a set under another type takes the old data away', () => {
    const cache = quota().set(1, 0, { type: FEATURES });
    expect(cache.set(1, 1, { type: MODEL }).places(1)).toEqual(['model']);
    expect(cache.set(1, 2).places(1)).toEqual(['L1']);
    expect(cache.set(1, 3, { type: RESULT }).places(1)).toEqual(['result']);
  });

  it('entries leave a partition after its own time and for its own capacity', () => {
    const cache = quota().set(1, 0, { type: RESULT });
    expect([cache.get(1, 180, RESULT), cache.get(1, 180.5, RESULT)]).toEqual(['result', 'origin']);
    for (let id = 10; id < 16; id++) cache.set(id, 200 + id, { type: FEATURES });
    expect(cache.places(10, 11)).toEqual(['', 'features']);
  });

  it('a default lifetime is that of the partition, however short the levels keep theirs', () => {
    const cache = new SmallCache({ levels: 'L1=4/10s/lru,L2=10/10s/lru', partitions: 'quota', placement: 'top' });
    cache.set(1, 0, { type: FEATURES }).set(2, 0);
    expect([cache.get(2, 10.5), cache.get(1, 600, FEATURES), cache.get(1, 600.5, FEATURES)]).toEqual([
      'origin',
      'features',
      'origin',
    ]);
  });

  it('a general set leaves what typed data there is as it was, where nobody keeps copies coherent', () => {
    const options = { inclusion: 'nine', coherence: 'none', residency: 'per-level' };
    const cache = new SmallCache({ levels: LEVELS, partitions: 'quota', placement: 'top', ...options });
    cache.set(1, 0, { type: FEATURES }).set(1, 1);
    expect(cache.places(1)).toEqual(['features,L1']);
    expect([cache.get(1, 2), cache.hierarchy.staleHits]).toEqual(['L1', 0]);
    expect([cache.get(1, 3, FEATURES), cache.hierarchy.staleHits]).toEqual(['features', 1]);
  });

  it('the dead of a partition are its first victims', () => {
    const cache = quota();
    for (let id = 1; id <= 4; id++) cache.set(id, id, { type: FEATURES });
    cache.set(5, 5, { type: FEATURES, ttl: 1 }).set(6, 7, { type: FEATURES });
    expect(cache.places(1, 5, 6)).toEqual(['features', '', 'features']);
  });
});

it('write-only partitions are written beside the levels, and never read', () => {
  const cache = new SmallCache({ levels: LEVELS, partitions: 'write-only', placement: 'top' });
  cache.set(1, 0, { type: FEATURES });
  expect(cache.places(1)).toEqual(['features,L1']);
  expect(cache.get(1, 1, FEATURES)).toBe('L1');
  expect(cache.hierarchy.stores[0]!.lookups).toBe(0);
});
