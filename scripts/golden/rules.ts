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
 * libCacheSim's `random` takes the next non-empty one of 65,536 buckets in an order that the low 16 bits of its generator
 * repeat every 65,536 draws. An id that returns soon after its eviction therefore stands last in line again, and small caches
 * do better than with an even draw. Its numbers bind from this many residents on, where a tenth of the buckets is taken.
 */
const FEWEST_RESIDENTS_OF_RANDOM = 6_000;

/** Why a row is compared and reported, but may differ; null where it binds. */
export function whyNotBinding(file: string, policy: string, { residents }: GoldenRow): string | null {
  if (file === 'libcachesim.csv' && policy === 'random' && residents !== null && residents < FEWEST_RESIDENTS_OF_RANDOM)
    return `libCacheSim's random holds fewer than ${FEWEST_RESIDENTS_OF_RANDOM} entries, which the short period of its generator favours`;
  return null;
}
