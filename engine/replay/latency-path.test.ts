import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { LatencyPath } from './latency-path.ts';

const FIXED = 'L1=fixed:ms=1,L2=fixed:ms=10,origin=fixed:ms=100';
const LEVELS = 'L1=5/-/lru,L2=10/-/lru';

function pathOf(latency: string, partitions = 'none', seed = 1): LatencyPath {
  const configuration = resolveConfiguration({ levels: LEVELS, latency, partitions }, { keys: 100, bytes: null });
  return new LatencyPath(configuration, seed);
}

describe('an answer takes', () => {
  it('the lookups of every level on the way, and for a miss the origin', () => {
    const path = pathOf(FIXED);
    expect([0, 1, 2].map(store => path.sample(store, 0))).toEqual([1, 11, 111]);
  });

  it('the lookups of every level on the way also where one of them varies', () => {
    // A lognormal without spread is its median.
    const path = pathOf('L1=lognormal:median=1,sigma=0,L2=fixed:ms=10,origin=fixed:ms=100');
    expect([0, 1, 2].map(store => path.sample(store, 0))).toEqual([1, 11, 111]);
  });

  it("a typed request's partition first, which is as fast as L1", () => {
    const path = pathOf(FIXED, 'quota');
    // Stores are features, model, result, L1, L2, origin.
    expect(path.sample(0, 1)).toBe(1);
    expect([3, 4, 5].map(store => path.sample(store, 1))).toEqual([2, 12, 112]);
    expect([3, 4, 5].map(store => path.sample(store, 0))).toEqual([1, 11, 111]);
  });

  it('nothing for partitions that are never read', () => {
    expect(pathOf(FIXED, 'write-only').sample(3, 1)).toBe(1);
  });
});

describe('latencies that vary', () => {
  const samples = (latency: string, seed: number, store: number) => {
    const path = pathOf(latency, 'none', seed);
    return Array.from({ length: 5 }, () => path.sample(store, 0));
  };

  it('are the same for the same seed only', () => {
    const latency = 'origin=lognormal';
    expect(samples(latency, 1, 2)).toEqual(samples(latency, 1, 2));
    expect(samples(latency, 1, 2)).not.toEqual(samples(latency, 2, 2));
  });

  it('of one place do not depend on those of another', () => {
    const alone = samples('L1=fixed:ms=0,L2=fixed:ms=0,origin=lognormal', 1, 2);
    const path = pathOf('L1=lognormal:median=1e-9,L2=fixed:ms=0,origin=lognormal');
    const beside = Array.from({ length: 5 }, () => path.sample(2, 0));
    for (const [i, ms] of beside.entries()) expect(ms).toBeCloseTo(alone[i]!, 6);
  });
});
