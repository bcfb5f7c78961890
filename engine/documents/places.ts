import type { LatencySummary } from './latency.ts';

/** Per level or partition. resident at start + inserted = evicted + … + demotedOut + resident. */
export interface LevelCounts {
  readonly lookups: number;
  readonly hits: number;
  readonly misses: number;
  /** Includes promotedIn and demotedIn. */
  readonly inserted: number;
  readonly evicted: number;
  readonly expired: number;
  readonly invalidated: number;
  readonly backInvalidated: number;
  readonly promotedIn: number;
  readonly promotedOut: number;
  readonly demotedIn: number;
  readonly demotedOut: number;
  /** At the end of the run. */
  readonly resident: number;
}

export interface LevelResult extends LevelCounts {
  readonly name: string;
  readonly capacity: number;
  readonly hitRatio: number;
  /** Of the requests answered here; null when there were none. */
  readonly latencyMs: LatencySummary | null;
}

/** A partition, and what more or less room would be worth to it. */
export interface PartitionResult extends LevelResult {
  /** Null where the partition answers nobody, nobody asked for its type, or a miss fills nothing. */
  readonly utility: MarginalUtility | null;
}

/**
 * What more or less room would be worth to the requests for one data type: hits of LRU caches, exactly, for these requests
 * alone, those of the warm-up included, without lifetimes.
 */
export interface MarginalUtility {
  /** Gets. */
  readonly requests: number;
  /** Around which it is taken, in the hierarchy's unit. */
  readonly capacity: number;
  /** At that capacity. */
  readonly hits: number;
  /** A tenth of the capacity, and at least 1. */
  readonly step: number;
  /** Hits that as much room more would bring. */
  readonly gained: number;
  /** Hits that as much room less would cost. */
  readonly lost: number;
  /** Likewise for one entry; absent where capacities are in bytes. */
  readonly gainedByOne?: number;
  readonly lostByOne?: number;
}

/** A data type that shares the levels with others; the capacity is what it held of them at the end. */
export interface TypeUtility extends MarginalUtility {
  readonly name: string;
}
