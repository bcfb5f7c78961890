import { expect, it } from 'vitest';
import { resolveConfiguration } from './resolve.ts';
import type { Options } from './types.ts';

const quotas = (options: Options) =>
  resolveConfiguration({ partitions: 'quota', ...options }, { keys: 100, bytes: 100_000 }).partitionLevels.map(
    ({ name, capacity, ttlSeconds, policy }) => [name, capacity, ttlSeconds, policy],
  );

it('features have half of L2, models 50 entries, results twice L1', () => {
  expect(quotas({ levels: 'L1=100,L2=500' })).toEqual([
    ['features', 250, 600, 'lru'],
    ['model', 50, 3_600, 'lru'],
    ['result', 200, 180, 'lru'],
  ]);
});

it('in bytes, models have a tenth of L2', () => {
  expect(quotas({ levels: 'L1=100B/-/lru,L2=505B/-/lru' }).map(([, capacity]) => capacity)).toEqual([252, 50, 200]);
});

it('a single level stands for L2 too', () => {
  expect(quotas({ levels: 'L1=10' }).map(([, capacity]) => capacity)).toEqual([5, 50, 20]);
});

it('a level that leaves a partition no room is refused', () => {
  expect(() => quotas({ levels: 'L1=5,L2=1' })).toThrow('--levels: L2 of 1 leaves the partition features no room');
});

it('those that are named have the capacity, lifetime and policy that is asked for, and the others stay', () => {
  expect(quotas({ levels: 'L1=100,L2=500', quotas: 'result=30/-/sieve, features=10%' })).toEqual([
    ['features', 10, 600, 'lru'],
    ['model', 50, 3_600, 'lru'],
    ['result', 30, null, 'sieve'],
  ]);
  expect(quotas({ levels: 'L1=100B/-/lru,L2=505B/-/lru', quotas: 'model=1KiB' })[1]).toEqual([
    'model',
    1_024,
    3_600,
    'lru',
  ]);
});

it('makes up for a level that leaves a partition no room', () => {
  expect(quotas({ levels: 'L1=5,L2=1', quotas: 'features=7' }).map(([, capacity]) => capacity)).toEqual([7, 50, 10]);
});

it.each([
  ['feature=5', '--quotas: there is no partition "feature"; did you mean "features"?'],
  ['model=5,model=6', '--quotas: partition "model" is given twice'],
  ['model', '--quotas: "model": expected name=capacity/ttl/policy, for example features=250/10m/lru'],
  ['model=5KiB', '--quotas: found a capacity in bytes, expected entries as in --levels'],
  ['model=5/1h/lur', '--quotas model: unknown eviction policy "lur"; did you mean "lru"?'],
])('"%s" is refused', (text, message) => {
  expect(() => quotas({ levels: 'L1=100,L2=500', quotas: text })).toThrow(message);
});

it('quotas without partitions are refused', () => {
  expect(() => quotas({ partitions: 'none', quotas: 'model=5' })).toThrow('--quotas: there are no partitions');
});

it('there are none unless they are asked for', () => {
  expect(quotas({ partitions: 'none' })).toEqual([]);
});
