import type { ComprehensiveStats, StoreStats } from './statistics.ts';

/** All counters of a cache at one moment. */
export interface Snapshot {
  /** Seconds, on the monitor's clock. */
  readonly takenAt: number;
  readonly stats: ComprehensiveStats;
}

/** One level or partition: how full it is now, and what was asked of it meanwhile. */
export interface StoreSpan extends StoreStats {
  readonly lookups: number;
  readonly hitRatio: number;
}

/** What happened between two snapshots. */
export interface Span {
  readonly seconds: number;
  readonly requests: number;
  readonly hits: number;
  readonly hitRatio: number;
  readonly loads: number;
  readonly failedLoads: number;
  /** Milliseconds of loading, spread over all requests: what a request waited on average. */
  readonly meanLoadMs: number;
  readonly levels: readonly StoreSpan[];
  readonly partitions: readonly StoreSpan[];
  /** All keys that were ever asked for, as long as none was forgotten; else null. */
  readonly workingSet: number | null;
}

export function spanBetween(from: Snapshot, to: Snapshot): Span {
  const [before, after] = [from.stats, to.stats];
  const requests = after.totalRequests - before.totalRequests;
  const hits = after.hits - before.hits;
  const loadMs = after.loads.totalMs - before.loads.totalMs;
  return {
    seconds: to.takenAt - from.takenAt,
    requests,
    hits,
    hitRatio: ratio(hits, requests),
    loads: after.loads.completed - before.loads.completed,
    failedLoads: after.loads.failed - before.loads.failed,
    meanLoadMs: ratio(loadMs, requests),
    levels: levelsOf(after).map((level, depth) => storeSpan(levelsOf(before)[depth]!, level)),
    partitions: Object.values(after.partitions).map(each => storeSpan(before.partitions[each.name]!, each)),
    workingSet: after.forgottenKeys === 0 ? after.knownKeys : null,
  };
}

function levelsOf(stats: ComprehensiveStats): StoreStats[] {
  const levels: StoreStats[] = [];
  for (let number = 1; stats[`l${number}Stats`]; number++) levels.push(stats[`l${number}Stats`]!);
  return levels;
}

function storeSpan(before: StoreStats, after: StoreStats): StoreSpan {
  const hits = after.hits - before.hits;
  const misses = after.misses - before.misses;
  const lookups = hits + misses;
  return {
    ...after,
    hits,
    misses,
    lookups,
    hitRatio: ratio(hits, lookups),
    hitRatePercent: 100 * ratio(hits, lookups),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
