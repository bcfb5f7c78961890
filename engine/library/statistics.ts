import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Level } from '../hierarchy/level.ts';
import type { PrefetchCounts } from '../prediction/counts.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import type { KeyTable } from './key-table.ts';

/** One level or partition. */
export interface StoreStats {
  readonly name: string;
  /** Entries, expired ones that nobody has looked up included. */
  readonly size: number;
  /** Entries or bytes in use, and the most. */
  readonly used: number;
  readonly maxSize: number;
  /** Null for none. */
  readonly ttlSeconds: number | null;
  readonly hits: number;
  /** Lookups that came here and were not answered. */
  readonly misses: number;
  readonly hitRatePercent: number;
}

/** Of all loads that ended, how long they took together. */
interface LoadStats {
  readonly inFlight: number;
  readonly completed: number;
  readonly failed: number;
  readonly totalMs: number;
}

interface PredictionStats extends Readonly<PrefetchCounts> {
  /** Loaded and not asked for yet, those under way included. */
  readonly residentUnused: number;
}

/** All that is counted, at one moment. Levels are numbered from 1, whatever their names are. */
export interface ComprehensiveStats {
  readonly totalRequests: number;
  readonly hits: number;
  readonly misses: number;
  /** Requests that were answered with an expired value, while a newer one was loaded. No level was asked for these. */
  readonly staleAnswers: number;
  readonly hitRatePercent: number;
  /** Loads ahead of demand; and those of them that were asked for, in the cache or while they were on their way. */
  readonly predictionsMade: number;
  readonly predictionsHit: number;
  /** What became of all proposals; null where nobody predicts. */
  readonly predictions: PredictionStats | null;
  /** Keys in the cache. */
  readonly size: number;
  /** Keys of which something is known; and how often one was forgotten for another. */
  readonly knownKeys: number;
  readonly forgottenKeys: number;
  readonly loads: LoadStats;
  readonly partitions: Readonly<Record<string, StoreStats>>;
  readonly [hits: `l${number}Hits`]: number;
  readonly [misses: `l${number}Misses`]: number;
  readonly [stats: `l${number}Stats`]: StoreStats;
}

/** Where most of it is counted. */
interface Counted {
  readonly hierarchy: Hierarchy;
  readonly table: KeyTable;
}

/** Reads all counters at once, between two requests: they balance. */
export function comprehensiveStats(
  { hierarchy, table }: Counted,
  loads: LoadStats,
  prefetcher: Prefetcher | null,
): ComprehensiveStats {
  const { levels, stores } = hierarchy;
  const staleAnswers = hierarchy.staleAnswers.count;
  const misses = levels[levels.length - 1]!.misses;
  const hits = stores.reduce((sum, store) => sum + store.hits, 0);
  const byLevel = levels.flatMap((level, depth) => [
    [`l${depth + 1}Hits`, level.hits],
    [`l${depth + 1}Misses`, level.misses],
    [`l${depth + 1}Stats`, storeStats(level)],
  ]);
  const partitions = stores.slice(0, stores.length - levels.length);
  const { inFlight, completed, failed, totalMs } = loads;
  return {
    totalRequests: hits + misses + staleAnswers,
    hits,
    misses,
    staleAnswers,
    hitRatePercent: percent(hits, misses),
    predictionsMade: prefetcher ? prefetcher.counts.issued : 0,
    predictionsHit: prefetcher ? prefetcher.counts.useful + prefetcher.counts.late : 0,
    predictions: prefetcher ? { ...prefetcher.counts, residentUnused: prefetcher.residentUnused } : null,
    size: table.resident,
    knownKeys: table.known,
    forgottenKeys: table.recycled,
    loads: { inFlight, completed, failed, totalMs },
    partitions: Object.fromEntries(partitions.map(partition => [partition.name, storeStats(partition)])),
    ...Object.fromEntries(byLevel),
  };
}

function storeStats({ name, residents, used, capacity, ttl, hits, misses }: Level): StoreStats {
  return {
    name,
    size: residents,
    used,
    maxSize: capacity,
    ttlSeconds: ttl === Number.POSITIVE_INFINITY ? null : ttl,
    hits,
    misses,
    hitRatePercent: percent(hits, misses),
  };
}

function percent(hits: number, misses: number): number {
  return (100 * hits) / Math.max(1, hits + misses);
}
