import { describe, expect, it } from 'vitest';
import { FlatCache } from '../../test/eviction/flat-cache.ts';
import { evictionPolicies } from '../catalog.ts';

/** Ids in runs, loops and alternation, so that every list fills and empties. */
const REQUESTS = Array.from({ length: 300 }, (_, i) => [i % 7, (i * i) % 23, 30 + (i % 40), 3][Math.floor(i / 5) % 4]!);

const shown = evictionPolicies.filter(({ name }) => buildable(name)?.policy.inspect);

function buildable(name: string): FlatCache | null {
  try {
    return new FlatCache(name, 8);
  } catch {
    return null;
  }
}

it('the policies made of queues show them', () => {
  const names = shown.map(each => each.name);
  expect(names).toEqual(
    expect.arrayContaining([
      'lru',
      'fifo',
      'sieve',
      'clock',
      's3-fifo',
      'slru',
      's4lru',
      '2q',
      'arc',
      'lirs',
      'w-tinylfu',
    ]),
  );
});

describe.each(shown.map(each => each.name))('what %s shows', name => {
  it('is every resident in one list, no ghost among them, and a note for each id where there are notes', () => {
    const cache = new FlatCache(name, 8);
    for (const id of REQUESTS) {
      cache.request(id);
      const parts = cache.policy.inspect!();
      const residents = parts.filter(part => part.holds === 'residents').flatMap(part => part.ids);
      expect([...residents].sort((a, b) => a - b)).toEqual([...cache.resident].sort((a, b) => a - b));
      const ghosts = parts.filter(part => part.holds === 'ghosts').flatMap(part => part.ids);
      expect(ghosts.filter(each => cache.resident.has(each))).toEqual([]);
      for (const part of parts) {
        if (part.notes) expect(part.notes).toHaveLength(part.ids.length);
        if (part.hand !== undefined) expect(part.hand).toBeLessThan(part.ids.length);
      }
    }
  });

  it('changes nothing by being looked at', () => {
    const looked = new FlatCache(name, 8);
    for (const id of REQUESTS) {
      looked.request(id);
      looked.policy.inspect!();
    }
    const alone = new FlatCache(name, 8);
    for (const id of REQUESTS) alone.request(id);
    expect(looked.evicted).toEqual(alone.evicted);
  });
});

describe('the lists are in their order, with what stands beside each id', () => {
  const partsOf = (name: string, capacity: number, ...ids: number[]) =>
    new FlatCache(name, capacity).request(...ids).policy.inspect!();

  it('in SIEVE the newest first, the visited ones marked, the hand where the next sweep begins', () => {
    // 3 finds 0 visited, clears its bit and evicts 1; the hand then stands at 2.
    expect(partsOf('sieve', 3, 0, 1, 2, 0, 3, 3)).toEqual([
      { name: 'queue', holds: 'residents', ids: [3, 2, 0], notes: [1, 0, 0], hand: 1 },
    ]);
  });

  it('in CLOCK the hand at the oldest', () => {
    // The hand passed over 0, took 1 and stands before 2.
    expect(partsOf('clock', 3, 0, 1, 2, 0, 3)).toEqual([
      { name: 'ring', holds: 'residents', ids: [3, 0, 2], notes: [0, 0, 0], hand: 2 },
    ]);
  });

  it('in S3-FIFO what was used twice in M, and what left S in G', () => {
    // S holds one of ten, but gives way only when M is within its share: 0 was used twice and moves to M, 1 leaves.
    const ids = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 10];
    expect(partsOf('s3-fifo', 10, ...ids).map(({ name, ids: list }) => [name, list])).toEqual([
      ['S', [10, 9, 8, 7, 6, 5, 4, 3, 2]],
      ['M', [0]],
      ['G', [1]],
    ]);
  });

  it('in ARC what was used twice in T2, and what left T1 in B1', () => {
    expect(partsOf('arc', 3, 0, 1, 2, 0, 3).map(({ name, ids }) => [name, ids])).toEqual([
      ['T1', [3, 2]],
      ['T2', [0]],
      ['B1', [1]],
      ['B2', []],
    ]);
  });
});
