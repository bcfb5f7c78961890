import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { type Replay, type ReplayOptions, replay } from './replay.ts';
import { everySoManyGets } from './stretches.ts';

/** What was counted over some requests. */
export interface Sums {
  /** Gets. */
  readonly requests: number;
  readonly hits: number;
  /** Zero when the workload has no sizes. */
  readonly bytesHit: number;
  readonly latencyMs: number;
  readonly fetches: number;
  /** Answers that were out of date: stale hits, and entries answered although they had expired. */
  readonly stale: number;
  /** Entries or bytes that moved between levels. */
  readonly moved: number;
}

/** A run, and what it counted block by block. */
export interface ReplayInBlocks {
  readonly run: Replay;
  readonly blocks: readonly Sums[];
}

/** Replays, and divides what is counted into about so many blocks of consecutive gets, all but the last of the same length. */
export function replayInBlocks(
  requests: Requests,
  configuration: Configuration,
  options: ReplayOptions,
  blocks: number,
): ReplayInBlocks {
  const ends: Sums[] = [];
  const { warmup, watchers = [] } = options;
  const books = {
    stops: everySoManyGets(requests, warmup, Math.ceil((requests.gets - warmup) / blocks)),
    look: (counts: Parameters<typeof sumsOf>[0]) => void ends.push(sumsOf(counts)),
  };
  const run = replay(requests, configuration, { ...options, watchers: [...watchers, books] });
  // Fetches that were still under way, and records behind the last get, belong to the last block.
  if (ends.length > 0) ends[ends.length - 1] = sumsOf(run);
  return { run, blocks: ends.map((end, b) => (b === 0 ? end : minus(end, ends[b - 1]!))) };
}

/** What a run has counted so far. */
export function sumsOf({ hierarchy, meter, origin }: Pick<Replay, 'hierarchy' | 'meter' | 'origin'>): Sums {
  return {
    requests: meter.requests,
    hits: meter.hits,
    bytesHit: meter.bytesHit,
    latencyMs: meter.latencyMs,
    fetches: origin ? origin.fetches : meter.misses + meter.staleAnswers,
    stale: hierarchy.staleHits + hierarchy.staleAnswers.count,
    moved: hierarchy.residents.moved,
  };
}

function minus(a: Sums, b: Sums): Sums {
  return {
    requests: a.requests - b.requests,
    hits: a.hits - b.hits,
    bytesHit: a.bytesHit - b.bytesHit,
    latencyMs: a.latencyMs - b.latencyMs,
    fetches: a.fetches - b.fetches,
    stale: a.stale - b.stale,
    moved: a.moved - b.moved,
  };
}
