import { describe, expect, it } from 'vitest';
import type { Predictor } from '../../policies/prediction/contract.ts';
import { NO_TTL } from '../../workloads/requests.ts';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import { checkPrefetchLaws } from './laws.ts';
import { Prefetcher } from './prefetcher.ts';
import { Throttle } from './throttle.ts';

const UNIVERSE = 20;

/** A cache whose fetches ahead are done when the test says so, and a predictor that proposes what the test says. */
class Bench {
  readonly hierarchy;
  readonly prefetcher: Prefetcher;
  readonly underWay = new Set<number>();
  busy = false;
  woken: number[] = [];
  /** Of each request: whether the predictor was told that it is the first for what was fetched ahead. */
  readonly ahead: boolean[] = [];

  constructor(options: Options, throttle: Throttle | null = null, { depth = 0, last = false } = {}) {
    const configuration = resolveConfiguration(
      { preset: 'exclusive-lru', ...options },
      { keys: UNIVERSE, bytes: null },
    );
    this.hierarchy = buildHierarchy(configuration, { universe: UNIVERSE, ttls: false, seed: 1 }).hierarchy;
    this.prefetcher = new Prefetcher({
      universe: UNIVERSE,
      hierarchy: this.hierarchy,
      background: {
        underWay: id => this.underWay.has(id),
        fetchAhead: id => {
          if (!this.busy) this.underWay.add(id);
          return !this.busy;
        },
      },
      budget: null,
      throttle,
      depth,
      last,
    });
    const predictor: Predictor = {
      request: (_id, _now, _client, _hit, ahead) => this.ahead.push(ahead),
      wake: now => this.woken.push(now),
    };
    this.prefetcher.attach(predictor);
    this.hierarchy.observe(this.prefetcher);
  }

  get(id: number, now = 0): boolean {
    this.hierarchy.advance(now);
    const hit = this.hierarchy.get(id, 0) !== this.hierarchy.origin;
    if (!hit) {
      if (this.underWay.delete(id)) this.prefetcher.late(id);
      this.hierarchy.fill(id, 0, 0, 1, NO_TTL);
    }
    this.prefetcher.request(id, now, 0, hit);
    return hit;
  }

  arrive(id: number): void {
    if (this.underWay.delete(id)) this.prefetcher.arrived(id, 0, 1, NO_TTL);
  }

  fetched(...ids: number[]): void {
    for (const id of ids) {
      this.prefetcher.propose(id, 1);
      this.arrive(id);
    }
  }

  counts() {
    expect(checkPrefetchLaws(this.prefetcher).filter(law => !law.holds)).toEqual([]);
    return { ...this.prefetcher.counts, residentUnused: this.prefetcher.residentUnused };
  }
}

describe('a fetch ahead of demand is', () => {
  it('useful when it is asked for while it lies there, whichever level it lies in by then', () => {
    const bench = new Bench({ levels: 'L1=1/-/lru,L2=2/-/lru' });
    bench.fetched(1, 2);
    expect(bench.get(1)).toBe(true);
    bench.get(1);
    expect(bench.counts()).toMatchObject({ requested: 2, issued: 2, useful: 1, residentUnused: 1 });
  });

  it('late when it is asked for while it is under way', () => {
    const bench = new Bench({ levels: 'L1=4/-/lru' });
    bench.prefetcher.propose(1, 1);
    expect(bench.get(1)).toBe(false);
    expect(bench.counts()).toMatchObject({ issued: 1, late: 1, useful: 0, residentUnused: 0 });
  });

  it('still unused while it is under way or lies there', () => {
    const bench = new Bench({ levels: 'L1=4/-/lru' });
    bench.fetched(1);
    bench.prefetcher.propose(2, 1);
    expect(bench.counts()).toMatchObject({ issued: 2, residentUnused: 2 });
  });

  it('evicted unused when it leaves the cache, not when it moves down', () => {
    const bench = new Bench({ levels: 'L1=1/-/lru,L2=1/-/lru' });
    bench.fetched(1, 2);
    expect(bench.counts()).toMatchObject({ evictedUnused: 0, residentUnused: 2 });
    bench.get(3);
    expect(bench.counts()).toMatchObject({ evictedUnused: 1, residentUnused: 1 });
  });

  it('evicted unused when newer data is set over it, or it is deleted', () => {
    const bench = new Bench({ levels: 'L1=4/-/lru' });
    bench.fetched(1, 2);
    bench.hierarchy.set(1, 0, 0, 1, NO_TTL);
    bench.hierarchy.delete(2);
    bench.prefetcher.propose(3, 1);
    bench.prefetcher.forsaken(3);
    expect(bench.counts()).toMatchObject({ issued: 3, evictedUnused: 3, residentUnused: 0 });
  });

  it('expired unused when its lifetime ends', () => {
    const bench = new Bench({ levels: 'L1=4/2s/lru', expiry: 'lazy' });
    bench.fetched(1);
    expect(bench.get(1, 3)).toBe(false);
    expect(bench.counts()).toMatchObject({ expiredUnused: 1, useful: 0 });
  });

  it('redundant when the entry is there or on its way, and not when it has expired', () => {
    const bench = new Bench({ levels: 'L1=4/2s/lru', expiry: 'lazy' });
    bench.get(1);
    bench.prefetcher.propose(1, 1);
    bench.prefetcher.propose(2, 1);
    bench.prefetcher.propose(2, 1);
    bench.hierarchy.advance(3);
    bench.prefetcher.propose(1, 1);
    expect(bench.counts()).toMatchObject({ requested: 4, redundant: 2, issued: 2 });
    bench.arrive(1);
    expect(bench.get(1, 4)).toBe(true);
    // Without it the request at 4 would have missed.
    expect(bench.counts()).toMatchObject({ issued: 2, useful: 1, residentUnused: 1 });
  });

  it('rejected when nobody can fetch it', () => {
    const bench = new Bench({ levels: 'L1=4/-/lru' });
    bench.busy = true;
    bench.prefetcher.propose(1, 1);
    expect(bench.counts()).toMatchObject({ requested: 1, rejected: 1, issued: 0 });
  });
});

it('a fetched entry enters the level that was asked for', () => {
  const bench = new Bench({ levels: 'L1=2/-/lru,L2=2/-/lru' }, null, { depth: 1 });
  bench.fetched(1);
  expect(bench.hierarchy.levels.map(level => level.residents)).toEqual([0, 1]);
});

it('demand misses on entries that a fetch pushed out are pollution, once each', () => {
  const bench = new Bench({ levels: 'L1=2/-/lru' });
  bench.get(1);
  bench.get(2);
  bench.fetched(3);
  bench.get(1);
  expect(bench.counts().pollution).toBe(1);
  // 2 was pushed out by demand for 1; so was 1 by what follows.
  bench.get(2);
  bench.get(4);
  bench.get(1);
  expect(bench.counts().pollution).toBe(1);
});

describe('a refresh', () => {
  const refreshed = () => {
    const bench = new Bench({ levels: 'L1=4/10s/lru' });
    bench.get(1, 0);
    bench.hierarchy.advance(8);
    bench.prefetcher.refresh(1, 1);
    bench.hierarchy.advance(9);
    bench.arrive(1);
    return bench;
  };

  it('gives the entry a new lifetime, and is useful when it is asked for after it would have expired', () => {
    const bench = refreshed();
    bench.get(1, 10);
    expect(bench.counts()).toMatchObject({ issued: 1, useful: 0, residentUnused: 1 });
    expect(bench.get(1, 11)).toBe(true);
    expect(bench.counts()).toMatchObject({ useful: 1, residentUnused: 0 });
  });

  it('is expired unused when nobody asks', () => {
    const bench = refreshed();
    expect(bench.get(1, 20)).toBe(false);
    expect(bench.counts()).toMatchObject({ useful: 0, expiredUnused: 1 });
  });

  it('of an entry that is being refreshed is redundant', () => {
    const bench = refreshed();
    bench.prefetcher.refresh(1, 1);
    expect(bench.counts()).toMatchObject({ requested: 2, redundant: 1 });
  });
});

describe.each<Options>([
  { levels: 'L1=3/-/lru' },
  { levels: 'L1=3/-/lru', admission: 'second-hit:bits=0' },
  { levels: 'L1=1/-/sieve,L2=2/-/clock', residency: 'unified:policy=lru' },
])('where the order is LRU, %o, what was fetched', options => {
  /** Who of three leaves for a fourth. */
  const leaves = (last: boolean, use: boolean) => {
    const bench = new Bench(options, null, { last });
    const { residents } = bench.hierarchy;
    // Twice, for doors that open at the second time.
    for (const id of [1, 1, 2, 2]) bench.get(id);
    for (let n = 0; n < 2 && !residents.has(3); n++) bench.fetched(3);
    if (use) bench.get(3);
    for (let n = 0; n < 2; n++) bench.get(4);
    return [1, 2, 3].filter(id => !residents.has(id));
  };

  it('enters as if just used, or as the next to leave', () => {
    expect([leaves(false, false), leaves(true, false)]).toEqual([[1], [3]]);
  });

  it('stays like any other once it was used', () => {
    expect(leaves(true, true)).toEqual([1]);
  });
});

it('in a queue what was fetched may be the next to leave as well', () => {
  const bench = new Bench({ levels: 'L1=2/-/fifo' }, null, { last: true });
  bench.get(1);
  bench.fetched(2);
  bench.get(3);
  expect([1, 2].map(id => bench.hierarchy.residents.has(id))).toEqual([true, false]);
});

it('tells the predictor of the first use of what was fetched ahead, and of what is asked for on its way', () => {
  const bench = new Bench({ levels: 'L1=4/-/lru' });
  bench.fetched(1);
  bench.prefetcher.propose(2, 1);
  for (const id of [1, 1, 2, 2, 3]) bench.get(id);
  expect(bench.ahead).toEqual([true, false, true, false, false]);
});

it('a throttled proposal is rejected until its class has earned trust', () => {
  const bench = new Bench({ levels: 'L1=9/-/lru' }, new Throttle(UNIVERSE, 12));
  for (let id = 0; id < 11; id++) {
    bench.prefetcher.propose(id, 0.9);
    bench.get(id);
  }
  expect(bench.counts()).toMatchObject({ requested: 11, rejected: 10, issued: 1, late: 1 });
});

it('the earliest time that the predictor names is the one that it is woken at', () => {
  const bench = new Bench({ levels: 'L1=9/-/lru' });
  bench.prefetcher.wakeAt(5);
  bench.prefetcher.wakeAt(7);
  expect(bench.prefetcher.wakeTime).toBe(5);
  bench.prefetcher.wake(5);
  expect([bench.woken, bench.prefetcher.wakeTime]).toEqual([[5], Number.POSITIVE_INFINITY]);
});

it('when counting begins anew, what lies there unused counts as fetched', () => {
  const bench = new Bench({ levels: 'L1=4/-/lru' });
  bench.fetched(1, 2);
  bench.get(2);
  bench.prefetcher.restartCounters();
  bench.get(1);
  expect(bench.counts()).toMatchObject({ requested: 1, issued: 1, useful: 1, residentUnused: 0 });
});
