import { GET, type Requests } from '../../workloads/requests.ts';
import type { Counts, ReplayOptions } from './replay.ts';

/** What was counted over some requests. */
export interface Sums {
  /** Gets. */
  readonly requests: number;
  readonly hits: number;
  readonly latencyMs: number;
  readonly fetches: number;
  readonly stale: number;
}

/** What a run has counted so far. */
export function sumsOf({ hierarchy, origin, meter }: Counts): Sums {
  const { requests, misses, latencyMs } = meter;
  const fetches = origin ? origin.fetches : misses;
  return { requests, hits: requests - misses, latencyMs, fetches, stale: hierarchy.staleHits };
}

/**
 * Number of the record that ends each block of consecutive requests: its last get.
 * @param warmup gets at the start that are in no block
 * @param blocks how many blocks there are to be, about
 */
export function blockEnds({ gets, batches }: Requests, warmup: number, blocks: number): number[] {
  const length = Math.ceil((gets - warmup) / blocks);
  const ends: number[] = [];
  let record = 0;
  let seen = 0;
  for (const { op, length: records } of batches)
    for (let i = 0; i < records; i++, record++) {
      if (op && op[i] !== GET) continue;
      seen++;
      if (seen > warmup && ((seen - warmup) % length === 0 || seen === gets)) ends.push(record);
    }
  return ends;
}

/** Listens to a replay, and adds up what it counts, block by block. */
export class BlockSums implements Required<Pick<ReplayOptions, 'stops' | 'onStop'>> {
  readonly stops: readonly number[];
  private readonly upTo: Sums[] = [];

  constructor(requests: Requests, warmup: number, blocks: number) {
    this.stops = blockEnds(requests, warmup, blocks);
  }

  readonly onStop = (counts: Counts): void => {
    this.upTo.push(sumsOf(counts));
  };

  /** The blocks of a run that has ended; fetches that were still under way belong to the last. */
  of(run: Counts): Sums[] {
    const upTo = [...this.upTo.slice(0, -1), sumsOf(run)];
    return upTo.map((sums, b) => (b === 0 ? sums : difference(sums, upTo[b - 1]!)));
  }
}

function difference(a: Sums, b: Sums): Sums {
  return {
    requests: a.requests - b.requests,
    hits: a.hits - b.hits,
    latencyMs: a.latencyMs - b.latencyMs,
    fetches: a.fetches - b.fetches,
    stale: a.stale - b.stale,
  };
}
