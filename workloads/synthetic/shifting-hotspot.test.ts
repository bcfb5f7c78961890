import { describe, expect, it } from 'vitest';
import { idsOf, made } from './testing/made.ts';

/** The distinct ids of each stretch of `length` requests. */
function stretches(ids: readonly number[], length: number): number[][] {
  return Array.from({ length: ids.length / length }, (_, i) =>
    [...new Set(ids.slice(i * length, (i + 1) * length))].sort((a, b) => a - b),
  );
}

describe('shifting-hotspot', () => {
  it('replaces the whole hot set when it jumps, and comes round the ring of keys', () => {
    // 3 sets of 4 keys fill the ring of 12. A key of 4 is missing from 200 uniform draws once in 10^24 stretches.
    const ids = idsOf(made('shifting-hotspot:keys=12,hot=4,share=1,alpha=0,period=200', 800));
    expect(stretches(ids, 200)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
      [0, 1, 2, 3],
    ]);
  });

  it('replaces one key after another when it drifts', () => {
    // One key leaves and one enters every 400 / 4 = 100 requests. Ids are in order of appearance: the first four in the
    // first stretch, then each new key takes the next id.
    const ids = idsOf(made('shifting-hotspot:keys=100,hot=4,share=1,alpha=0,period=400,move=drift', 600));
    expect(stretches(ids, 100).slice(1)).toMatchObject([
      { length: 4 },
      { length: 4 },
      { length: 4 },
      { length: 4 },
      { length: 4 },
    ]);
    const [first, , , , fifth, sixth] = stretches(ids, 100);
    expect(first).toEqual([0, 1, 2, 3]);
    expect(fifth).toEqual([4, 5, 6, 7]);
    expect(sixth).toEqual([5, 6, 7, 8]);
  });

  it('asks most for the key that entered last', () => {
    // 8 keys in 800 requests: one enters every 100, and has 1 / Σ_{r=1..8} r^-2 = 65 % of the requests until the next does.
    const ids = idsOf(made('shifting-hotspot:keys=1000,hot=8,share=1,alpha=2,period=800,move=drift', 800));
    for (let from = 100; from < 800; from += 100) {
      const before = new Set(ids.slice(0, from));
      const [newcomer, ...others] = new Set(ids.slice(from, from + 100).filter(id => !before.has(id)));
      const asked = ids.slice(from, from + 100).filter(id => id === newcomer).length;
      // Keys of the first window that nobody asked for at first may also appear late, but never as favourites.
      expect(asked).toBeGreaterThan(65 - 5 * Math.sqrt(100 * 0.65 * 0.35));
      expect(others.length).toBeLessThan(8);
    }
  });

  it('sends the given share to the hot set and spreads the rest over all keys', () => {
    // The one hot key has 0.7 + 0.3 / 1000 of the requests; the standard deviation over 50,000 is 0.00205.
    const ids = idsOf(made('shifting-hotspot:keys=1000,hot=1,share=0.7,period=1M', 50_000));
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(Math.abs(Math.max(...counts.values()) / 50_000 - 0.7003)).toBeLessThan(5 * 0.00205);
    // 15,000 uniform draws leave each of 1,000 keys out with probability e^-15.
    expect(counts.size).toBe(1_000);
  });

  it('marks each jump', () => {
    expect(made('shifting-hotspot:period=400', 1_000).phases).toEqual([
      { at: 400, label: 'hot set 2' },
      { at: 800, label: 'hot set 3' },
    ]);
  });

  it('marks some of very many jumps', () => {
    // 999 jumps; every 32nd (999 / 32 rounded up) is marked: 32, 64 … 992.
    const { phases } = made('shifting-hotspot:period=1', 1_000);
    expect(phases).toHaveLength(31);
    expect(phases[0]).toEqual({ at: 32, label: 'hot set 33' });
  });

  it('marks nothing when it drifts: there is no moment of change', () => {
    expect(made('shifting-hotspot:period=400,move=drift', 1_000).phases).toEqual([]);
  });

  it('refuses a hot set that is larger than the set of keys', () => {
    expect(() => made('shifting-hotspot:keys=10,hot=11', 1)).toThrow('shifting-hotspot: hot=11 is more than keys=10');
  });
});
