import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { EVPOOL_SIZE, EvictionPool } from './eviction-pool.ts';

const LRU_CLOCK_MAX = 2 ** 24 - 1;

/**
 * Redis's allkeys-lru (version 7): each object remembers the LRU clock at its last access, 24 bits that wrap, and the most idle
 * of the eviction pool leaves. The clock ticks once in so many accesses, which are all the time that a policy knows.
 */
class RedisLru implements EvictionPolicy {
  private readonly resolution: number;
  private readonly lru: Int32Array;
  private readonly pool: EvictionPool;
  private clock = 0;
  /** Accesses in the present tick. */
  private accesses = 0;

  constructor(context: EvictionContext, samples: number, resolution: number) {
    this.resolution = resolution;
    this.lru = new Int32Array(context.universe);
    this.pool = new EvictionPool(context, samples, id => this.idleTime(id));
  }

  hit(id: number): void {
    this.access(id);
    this.pool.touch();
  }

  victim(incoming: number): number {
    return this.pool.victim(incoming);
  }

  evict(incoming: number): number {
    return this.pool.evict(incoming);
  }

  insert(id: number): void {
    this.access(id);
    this.pool.insert(id);
  }

  remove(id: number): void {
    this.pool.remove(id);
  }

  remembers(id: number): boolean {
    return this.pool.remembers(id);
  }

  private access(id: number): void {
    this.lru[id] = this.clock;
    if (++this.accesses < this.resolution) return;
    this.accesses = 0;
    this.clock = (this.clock + 1) & LRU_CLOCK_MAX;
  }

  /** In ticks; a clock that stands before the last access has wrapped once. */
  private idleTime(id: number): number {
    const passed = this.clock - this.lru[id]!;
    return passed >= 0 ? passed : passed + LRU_CLOCK_MAX;
  }
}

export const redisLru = defineEviction({
  name: 'redis-lru',
  summary: "Redis's allkeys-lru: the most idle of a pool of 16 candidates, filled from five draws an eviction",
  about:
    'Draws five residents for each eviction into a pool that keeps the 16 most idle ones seen, and evicts the best of ' +
    'them. With the pool it comes within a point or so of LRU, which it shares the weakness for scans with; loops hurt ' +
    'it less. A coarse clock (resolution) makes all entries used within a tick alike.',
  paper: null,
  parameters: {
    samples: {
      type: 'integer',
      default: 5,
      min: 1,
      max: 64,
      summary: 'entries drawn for each eviction (maxmemory-samples)',
    },
    resolution: {
      type: 'integer',
      default: 1,
      min: 1,
      summary: "accesses in a tick of the LRU clock; Redis's tick is a second",
    },
  },
  capabilities: { sized: true, randomised: true },
  mostRemembered: () => EVPOOL_SIZE,
  create: (context, { samples, resolution }) => new RedisLru(context, samples, resolution),
});
