import type { GoldenRow } from './rows.ts';
import { suppliedTrace } from './traces.ts';

/** Why a row is not compared at all; null where it is. */
export function whyLeftOut(file: string, policy: string, row: GoldenRow): string | null {
  if (!suppliedTrace(row.trace)) return `the trace ${row.trace} is not supplied`;
  // Rows of Caffeine stay: no hits on a loop are real.
  if (file === 'libcachesim.csv' && policy !== 'nop' && row.misses === row.requests)
    return 'libCacheSim missed every request: its segments rounded to nothing, or it refused objects of size one';
  return null;
}

/**
 * libCacheSim's `random` draws among 65,536 buckets with the low 16 bits of a generator that repeats them every 65,536 draws:
 * it goes round the buckets in one fixed order. An id that returns soon after its eviction therefore stands last in line
 * again, and small caches miss up to 4 points less often than with even draws (a model of just that gives libCacheSim's misses
 * to 0.2 points, whatever the hash function). From this many entries on it makes less difference than is tolerated.
 */
const FEWEST_RESIDENTS_OF_RANDOM = 6_000;

/**
 * libCacheSim's `hyperbolic` draws hash buckets and looks at the head of the chain alone. Newcomers enter at the head, so older
 * entries hide behind them and are spared: at this size about every third. A model of just that misses 47,758 times,
 * libCacheSim 47,772 times, even draws 45,170 times; at the other sizes it makes less difference than is tolerated.
 */
const HIDDEN_FROM_HYPERBOLIC = { trace: 'mixed_150k', capacity: 6_196 };

/** Why a row is compared and reported, but may differ; null where it binds. */
export function whyNotBinding(file: string, policy: string, row: GoldenRow): string | null {
  const { trace, capacity, residents } = row;
  if (
    file === 'libcachesim.csv' &&
    policy === 'hyperbolic' &&
    trace === HIDDEN_FROM_HYPERBOLIC.trace &&
    capacity === HIDDEN_FROM_HYPERBOLIC.capacity
  )
    return "libCacheSim's hyperbolic never draws entries that hide behind another in the hash table";
  if (file === 'libcachesim.csv' && policy === 'random' && residents !== null && residents < FEWEST_RESIDENTS_OF_RANDOM)
    return `libCacheSim's random, holding fewer than ${FEWEST_RESIDENTS_OF_RANDOM} entries, profits from the short period of its generator`;
  return null;
}
