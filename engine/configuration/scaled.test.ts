import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from './resolve.ts';
import { apportioned, scaledTo } from './scaled.ts';
import { totalCapacity } from './total-capacity.ts';
import type { LevelConfiguration } from './types.ts';

const facts = { keys: 1_000, bytes: 1e6 };

describe('a cache that is scaled', () => {
  it('has the room that was asked for, in the proportions that it had', () => {
    const options = { levels: 'L1=100/5m/lru,L2=500/-/2q:in=0.25,out=0.5,L3=1000/30m/sieve' };
    const configuration = resolveConfiguration(options, facts);
    expect(scaledTo(configuration, { capacity: 320, unit: 'entries' }).levels).toBe(
      'L1=20/5m/lru,L2=100/-/2q:in=0.25,out=0.5,L3=200/30m/sieve',
    );
    expect(scaledTo(configuration, { capacity: 16_000, unit: 'bytes' }).levels).toMatch(/^L1=1000B\/.*L2=5000B/);
  });

  it.each(['flat', 'reference', 'exclusive-lru', 'tierlab'])('of the preset %s is else as it was', preset => {
    const configuration = resolveConfiguration({ preset, admission: 'tinylfu', tti: '5s' }, facts);
    const again = resolveConfiguration(scaledTo(configuration, { capacity: 160, unit: 'entries' }), facts);
    const sized = (levels: readonly LevelConfiguration[]) => levels.map(each => ({ ...each, capacity: 0 }));
    expect({ ...again, levels: sized(again.levels), partitionLevels: [] }).toEqual({
      ...configuration,
      levels: sized(configuration.levels),
      partitionLevels: [],
    });
    expect(totalCapacity(again)).toBe(160);
    // A tenth of 250, 50 and 200.
    if (preset === 'reference') expect(again.partitionLevels.map(each => each.capacity)).toEqual([25, 5, 20]);
  });

  it('shares its room with partitions that hold entries of their own', () => {
    const options = { levels: 'L1=10,L2=50,L3=100', partitions: 'quota' };
    const whole = totalCapacity(resolveConfiguration(options, facts));
    // Half of L2, 50 for models, twice L1.
    expect(whole).toBe(160 + 25 + 50 + 20);
    const scaled = scaledTo(resolveConfiguration(options, facts), { capacity: 2 * whole, unit: 'entries' });
    expect(scaled.quotas).toMatch(/^features=50\/.*,model=100\/.*,result=40\//);
    expect(totalCapacity(resolveConfiguration({ ...options, ...scaled }, facts))).toBe(2 * whole);
  });

  it('needs room for each of its levels', () => {
    const configuration = resolveConfiguration({}, facts);
    expect(() => scaledTo(configuration, { capacity: 2, unit: 'entries' })).toThrow(
      '--sizes: 2 is too little for 3 levels, expected one for each at least',
    );
  });
});

describe('a total that is apportioned', () => {
  it('gives what rounding leaves to who would lose most', () => {
    // 3.3, 3.3 and 0.4 of 7.
    expect(apportioned([3.3 / 7, 3.3 / 7, 0.4 / 7], 7)).toEqual([3, 3, 1]);
    // 1.7, 2.6 and 5.7 of 10: 8 when rounded down.
    expect(apportioned([0.17, 0.26, 0.57], 10)).toEqual([2, 2, 6]);
    // 9.8, 0.1 and 0.1 of 10.
    expect(apportioned([0.98, 0.01, 0.01], 10)).toEqual([8, 1, 1]);
  });

  it('is all given away, and everybody has some', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 8, max: 1e9 }), (list, total) => {
        const sum = list.reduce((all, each) => all + each, 0);
        const parts = apportioned(
          list.map(each => each / sum),
          total,
        );
        expect(parts.reduce((all, each) => all + each, 0)).toBe(total);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
