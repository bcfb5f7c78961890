import { describe, expect, it } from 'vitest';
import { draftOf, optionsOf } from './draft.ts';
import { fewestOptions } from './fewest-options.ts';
import { presets } from './presets.ts';
import { resolveConfiguration } from './resolve.ts';
import type { Options } from './types.ts';

const FACTS = { keys: 10_000, bytes: 1e9, timed: true };
const resolve = (options: Options) => resolveConfiguration(options, FACTS);

const asked: readonly Options[] = [
  ...presets.map(({ name }) => ({ preset: name })),
  { levels: 'a=10/90s/2q:in=0.25,out=0.4,b=1%/-/lfu', admission: 'a=tinylfu,b=second-hit' },
  { levels: 'L1=64KiB/100ms/lru,L2=1%', latency: 'L1=fixed:ms=0.5,origin=pareto:scale=2,shape=1.5' },
  { inclusion: 'nine', placement: 'all', promotion: 'every-hit:to=all,by=copy', demotion: 'drop', policy: 'sieve' },
  { inclusion: 'inclusive', coherence: 'none', lifetime: 'restamp', expiry: 'lazy', levelTtl: 'remove' },
  { partitions: 'quota', quotas: 'features=7/10m/lru,model=9', tti: '90s', sweep: '30s', fill: 'read-through' },
  { partitions: 'write-only' },
  {
    staleWhileRevalidate: '2m',
    prediction: 'markov:budget=3',
    originConcurrency: '4',
    inflight: 'stampede',
    rate: '250',
  },
  { residency: 'unified:policy=arc', preset: 'exclusive-lru' },
];

describe('a draft', () => {
  it.each(asked)('of %o gives the same configuration again', options => {
    const configuration = resolve(options);
    expect(resolve(optionsOf(draftOf(configuration)))).toEqual(configuration);
  });

  it('says each level in texts of its own', () => {
    expect(draftOf(resolve({ levels: 'L1=64KiB/90s/lru,L2=1%', admission: 'L2=tinylfu' })).levels).toEqual([
      { name: 'L1', capacity: '65536B', ttl: '90s', policy: 'lru', admission: 'always', latency: 'fixed:ms=0.02' },
      { name: 'L2', capacity: '10000000B', ttl: '15m', policy: 'lru', admission: 'tinylfu', latency: 'fixed:ms=0.2' },
    ]);
  });

  it('leaves quotas out where they would be refused', () => {
    const draft = draftOf(resolve({ partitions: 'quota' }));
    expect(optionsOf({ ...draft, axes: { ...draft.axes, partitions: 'none' } })).not.toHaveProperty('quotas');
  });
});

describe('the fewest options', () => {
  const fewest = (options: Options) => fewestOptions(optionsOf(draftOf(resolve(options))), resolve);

  it('are none for the default, and the name for another preset', () => {
    expect(fewest({})).toEqual({});
    expect(fewest({ preset: 'reference' })).toEqual({ preset: 'reference' });
  });

  it('are those that differ from the preset', () => {
    expect(fewest({ preset: 'exclusive-lru', demotion: 'drop', tti: '90s' })).toEqual({
      preset: 'exclusive-lru',
      demotion: 'drop',
      tti: '90s',
    });
    // All levels are written where one differs, for they are one option.
    expect(fewest({ levels: 'L1=100/5m/lru,L2=500/15m/lru,L3=1000/30m/sieve' })).toEqual({
      levels: 'L1=100/5m/lru,L2=500/15m/lru,L3=1000/30m/sieve',
    });
  });

  it.each(asked)('that stand for %o give the same configuration', options => {
    expect(resolve(fewest(options))).toEqual(resolve(options));
  });
});
