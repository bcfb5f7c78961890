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

it('there are none unless they are asked for', () => {
  expect(quotas({ partitions: 'none' })).toEqual([]);
});
