import { describe, expect, it } from 'vitest';
import type { Requests } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { generate } from '../runners/generate.ts';
import { sizeCurve } from './size-curve.ts';

const requests = generate('zipf:keys=500', 3_000, 1);

function curveOf(levels: string, replayed: Requests = requests) {
  const configuration = resolveConfiguration({ levels }, { keys: replayed.universe, bytes: replayed.bytes });
  return sizeCurve(replayed, configuration, 1);
}

const capacities = (curve: ReturnType<typeof sizeCurve>, policy: string) =>
  curve!.rows.filter(row => row.policy === policy).map(row => row.capacity);

/** The same requests, as if there were so many: the curve must not replay them to know that it cannot. */
const pretend = (operations: number, bytes: number | null = null): Requests => ({
  ...requests,
  batches: [],
  operations,
  bytes,
});

describe('a size curve', () => {
  const curve = curveOf('L1=20,L2=30,L3=100');

  it('marks the room down to each level', () => {
    expect(curve!.marks).toEqual([
      { name: 'L1', capacity: 20 },
      { name: 'L2', capacity: 50 },
      { name: 'L3', capacity: 150 },
    ]);
  });

  it('reaches from a quarter of the first level to all keys, and meets the configured sizes', () => {
    for (const policy of ['lru', 'opt']) {
      const sizes = capacities(curve, policy);
      expect([sizes[0], sizes[sizes.length - 1]]).toEqual([5, requests.universe]);
      expect(sizes).toEqual(expect.arrayContaining([20, 50, 150]));
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    }
  });

  it('ends with the misses that no cache avoids: the first request of each key', () => {
    const last = curve!.rows.filter(row => row.capacity === requests.universe);
    expect(last.map(row => row.misses)).toEqual([requests.universe, requests.universe]);
  });

  it('leaves out configured sizes beyond all keys', () => {
    const beyond = curveOf('L1=20,L2=9000');
    expect(beyond!.marks[1]!.capacity).toBe(9_020);
    expect(capacities(beyond, 'lru').at(-1)).toBe(requests.universe);
  });
});

describe('a long run', () => {
  // OPT may replay 8 million requests in all; fewer than 4 points show nothing. LRU goes through them once.
  it.each([
    [500_000, 17],
    [600_000, 13],
    [2_000_000, 4],
    [2_000_001, 0],
    [500_000_000, 0],
  ])('of %i operations affords %i points of OPT, and all of LRU', (operations, opt) => {
    const curve = curveOf('L1=200', pretend(operations));
    // From 50 entries to all keys, 48 sizes are all different. Where all are afforded, the size of L1 comes on top; else it is one of them.
    const points = (policy: string) => capacities(curve, policy).length;
    expect([points('lru'), points('opt')]).toEqual([49, opt]);
    expect(capacities(curve, 'opt').includes(200)).toBe(opt > 0);
  });

  // Bytes are replayed: 60 million requests for LRU.
  it.each([
    [3_750_000, 17],
    [6_000_000, 10],
    [15_000_000, 4],
  ])('of %i operations affords %i points of LRU in bytes', (operations, points) => {
    const curve = curveOf('L1=20KiB', pretend(operations, 1e6));
    expect(capacities(curve, 'lru')).toHaveLength(points);
    expect(capacities(curve, 'lru')).toContain(20 * 1024);
  });

  it('moves the point between the ends that is nearest on the axis', () => {
    // 4 points from 5,120 to 1,000,000 bytes: 29,721 and 172,355 lie between; 20,480 is nearer to the first.
    expect(capacities(curveOf('L1=20KiB', pretend(15_000_000, 1e6)), 'lru')).toEqual([5_120, 20_480, 172_355, 1e6]);
  });

  it('of more than 15 million operations affords none in bytes', () => {
    expect(curveOf('L1=20KiB', pretend(15_000_001, 1e6))).toBeNull();
  });
});
