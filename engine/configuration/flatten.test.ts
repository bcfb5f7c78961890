import { describe, expect, it } from 'vitest';
import { flatten } from './flatten.ts';
import { resolveConfiguration } from './resolve.ts';
import type { Options } from './types.ts';

const LEVELS = 'A=10/1h/lfu,B=100/5m/arc,C=40/10m/sieve';
const resolve = (options: Options) => resolveConfiguration({ levels: LEVELS, ...options }, { keys: 100, bytes: null });

describe('a hierarchy folded into one level', () => {
  it("has the sum of the capacities, the longest lifetime, and the last level's policy and latency", () => {
    const { levels } = flatten(resolve({ latency: 'C=fixed:ms=9' }));
    expect(levels).toEqual([
      { name: 'flat', capacity: 150, ttlSeconds: 3_600, policy: 'sieve', admission: 'always', latency: 'fixed:ms=9' },
    ]);
  });

  it('has no lifetime when one level has none', () => {
    expect(flatten(resolve({ levels: 'A=1/-/lru,B=1/5m/lru' })).levels[0]!.ttlSeconds).toBeNull();
  });

  it('has the room of partitions that answer, not of those that are only written', () => {
    // Features 50, models 50, results 20.
    expect(flatten(resolve({ partitions: 'quota' })).levels[0]!.capacity).toBe(150 + 120);
    expect(flatten(resolve({ partitions: 'write-only' })).levels[0]!.capacity).toBe(150);
    expect(flatten(resolve({ partitions: 'quota' })).partitionLevels).toEqual([]);
  });

  it('is what the preset flat resolves to, whose origin, fill and rate stay', () => {
    const options = { fill: 'read-through', rate: '7', latency: 'origin=fixed:ms=3' };
    const flat = resolve({ preset: 'flat', ...options });
    expect(flat).toEqual(flatten(resolve(options)));
    expect(flat).toMatchObject({ fill: 'read-through', rate: 7, originLatency: 'fixed:ms=3' });
  });
});
