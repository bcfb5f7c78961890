import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { EVPOOL_SIZE, EvictionPool } from './eviction-pool.ts';

/** Newcomers start with some credit, or they would be evicted before they could show anything. */
const LFU_INIT_VAL = 5;
const MOST = 255;
/** Minutes are remembered in 16 bits that wrap. */
const MINUTES = 2 ** 16;

/**
 * Redis's allkeys-lfu (version 7): each object has a counter of 8 bits that grows with probability 1 / (excess · factor + 1), where
 * the excess is what it has above its initial value, so it stands for the logarithm of the accesses. It falls by one
 * for every decay time that has passed since the last access, which is settled when somebody looks. The lowest counter in the
 * eviction pool leaves. A minute is so many accesses, which are all the time that a policy knows.
 */
class RedisLfu implements EvictionPolicy {
  private readonly context: EvictionContext;
  private readonly logFactor: number;
  private readonly decayTime: number;
  private readonly minute: number;
  private readonly counter: Uint8Array;
  /** Last decrement time: the minute of the last access. */
  private readonly ldt: Uint16Array;
  private readonly pool: EvictionPool;
  private accesses = 0;

  constructor(context: EvictionContext, samples: number, logFactor: number, decayTime: number, minute: number) {
    this.context = context;
    this.logFactor = logFactor;
    this.decayTime = decayTime;
    this.minute = minute;
    this.counter = new Uint8Array(context.universe);
    this.ldt = new Uint16Array(context.universe);
    this.pool = new EvictionPool(context, samples, id => MOST - this.decayed(id));
  }

  hit(id: number): void {
    this.counter[id] = this.logIncrement(this.decayed(id));
    this.ldt[id] = this.now();
    this.accesses++;
    this.pool.touch();
  }

  victim(incoming: number): number {
    return this.pool.victim(incoming);
  }

  evict(incoming: number): number {
    return this.pool.evict(incoming);
  }

  insert(id: number): void {
    this.counter[id] = LFU_INIT_VAL;
    this.ldt[id] = this.now();
    this.accesses++;
    this.pool.insert(id);
  }

  remove(id: number): void {
    this.pool.remove(id);
  }

  remembers(id: number): boolean {
    return this.pool.remembers(id);
  }

  private now(): number {
    return Math.floor(this.accesses / this.minute) % MINUTES;
  }

  private decayed(id: number): number {
    const counter = this.counter[id]!;
    if (this.decayTime === 0) return counter;
    const passed = this.now() - this.ldt[id]!;
    const elapsed = passed >= 0 ? passed : passed + MINUTES - 1;
    return Math.max(0, counter - Math.floor(elapsed / this.decayTime));
  }

  private logIncrement(counter: number): number {
    if (counter === MOST) return MOST;
    const excess = Math.max(0, counter - LFU_INIT_VAL);
    return this.context.random() < 1 / (excess * this.logFactor + 1) ? counter + 1 : counter;
  }
}

export const redisLfu = defineEviction({
  name: 'redis-lfu',
  summary: "Redis's allkeys-lfu: logarithmic counters that decay with time, and the eviction pool of redis-lru",
  about:
    'Counts uses in eight bits by chance, so that a counter stands for their logarithm, and takes one off for every ' +
    'decay time without use. Popular entries survive scans; where the coarse counters of most entries are equal, ' +
    'chance decides between them. How fast it forgets depends on how many accesses a minute has: with few it drifts ' +
    'towards random eviction, with many it clings to what was popular once.',
  paper: null,
  parameters: {
    samples: {
      type: 'integer',
      default: 5,
      min: 1,
      max: 64,
      summary: 'entries drawn for each eviction (maxmemory-samples)',
    },
    factor: {
      type: 'number',
      default: 10,
      min: 0,
      summary: 'how much harder each step of the counter is than the one before (lfu-log-factor)',
    },
    decay: {
      type: 'integer',
      default: 1,
      min: 0,
      summary: 'minutes without use that take one off the counter (lfu-decay-time); 0: it never falls',
    },
    minute: { type: 'integer', default: 60_000, min: 1, summary: 'accesses in a minute' },
  },
  capabilities: { sized: true, randomised: true, scales: false },
  mostRemembered: () => EVPOOL_SIZE,
  create: (context, { samples, factor, decay, minute }) => new RedisLfu(context, samples, factor, decay, minute),
});
