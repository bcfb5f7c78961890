import { expect, test } from 'vitest';
import { optionsOf } from './options-of.ts';
import { resolveConfiguration } from './resolve.ts';
import type { Options } from './types.ts';

const facts = { keys: 10_000, bytes: 5e7, timed: true };

const cases: [string, Options][] = [
  ['the default', {}],
  ['every preset: exclusive-lru', { preset: 'exclusive-lru' }],
  ['every preset: reference', { preset: 'reference' }],
  ['every preset: flat', { preset: 'flat' }],
  ['bytes, shares of the workload, no TTL', { levels: 'A=1%/-/lru,B=2MiB/90s/2q:in=0.25,out=0.5' }],
  ['partitions', { partitions: 'quota', quotas: 'model=70/2h/lru' }],
  ['a policy and an admission a level', { levels: 'L1=10/1m/arc,L2=20/2m/sieve', admission: 'L2=tinylfu:window=4' }],
  ['latency models', { latency: 'L1=pareto:scale=0.1,shape=3,origin=lognormal:median=20,sigma=0.5' }],
  [
    'time',
    {
      tti: '7m',
      staleWhileRevalidate: '90s',
      sweep: '250ms',
      levelTtl: 'remove',
      rate: '12.5',
      expiry: 'lazy',
      lifetime: 'restamp',
    },
  ],
  [
    'fetches',
    { inflight: 'stampede', originConcurrency: '4', prediction: 'markov:threshold=0.3', fill: 'read-through' },
  ],
  ['inclusion', { inclusion: 'nine', placement: 'all', promotion: 'every-hit:to=all,by=copy', coherence: 'none' }],
  ['orders', { residency: 'unified:policy=s3-fifo:small=0.2', demotion: 'worthy', placement: 'top' }],
];

test.each(cases)('the options of a configuration give it again: %s', (_what, options) => {
  const configuration = resolveConfiguration(options, facts);
  // Another workload: nothing is left to it.
  const elsewhere = { keys: 3, bytes: 1e6, defaults: { fill: 'none', capacities: [1, 2, 3] } };
  expect(resolveConfiguration(optionsOf(configuration), elsewhere)).toEqual(configuration);
});
