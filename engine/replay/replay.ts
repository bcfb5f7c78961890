import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Origin } from '../origin/origin.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import { BlockBooks, Blocks, type Sums } from './blocks.ts';
import { Driver } from './driver.ts';
import { Meter } from './meter.ts';
import { nextAccesses } from './next-access.ts';
import { buildRig, type Rig } from './rig.ts';
import { partOf, stretches } from './stretches.ts';

export interface ReplayOptions {
  readonly seed: number;
  /** Gets at the start that are not counted. */
  readonly warmup: number;
  /** Points of the series over time, about; a hundred unless it is given. */
  readonly windows?: number;
  /** Numbers of records, ascending, after each of which `onStop` may look at what counts so far. */
  readonly stops?: readonly number[];
  onStop?(counts: Counts): void;
  /** Into how many blocks of consecutive requests what is counted is to be divided; not at all unless given. */
  readonly blocks?: number;
  onProgress?(done: number, total: number): void;
}

/** What a replay counts, good until it goes on. */
type Counts = Pick<Replay, 'hierarchy' | 'meter' | 'origin'>;

/** A hierarchy after a replay, and what was measured meanwhile. */
export interface Replay {
  readonly hierarchy: Hierarchy;
  readonly meter: Meter;
  /** Null where fetches take no time. */
  readonly origin: Origin | null;
  readonly prefetcher: Prefetcher | null;
  /** Gets that were counted. */
  readonly requests: number;
  /** Records that were counted. */
  readonly operations: number;
  readonly misses: number;
  /** Zero when the workload has no sizes. */
  readonly bytesRequested: number;
  readonly bytesMissed: number;
  /** What was counted, block by block of consecutive requests; empty unless that was asked for. */
  readonly blocks: readonly Sums[];
  /** Wall-clock time of the loop alone. */
  readonly wallMs: number;
}

/** Drives a hierarchy with requests, on the workload's own clock. */
export function replay(requests: Requests, configuration: Configuration, options: ReplayOptions): Replay {
  const { seed, warmup, windows, stops = [], onProgress } = options;
  const blocks = options.blocks === undefined ? null : new Blocks(requests, options.blocks);
  const batches = blocks ?? requests.batches;
  const rig = buildRig(configuration, requests, seed);
  const { hierarchy, nextAccess, origin, prefetcher } = rig;
  const future = nextAccess ? nextAccesses({ ...requests, batches }) : null;
  const meter = new Meter(configuration, seed, Math.max(0, requests.gets - warmup), windows);
  const driver = new Driver(rig, configuration, warmup);
  const books = new BlockBooks();
  const start = performance.now();
  let b = 0;
  let counting = driver.firstCounted;
  for (const batch of batches) {
    const next = future ? future.at(b) : null;
    const begin = driver.records;
    for (const { from, to, stops: stopping } of stretches(begin, batch.length, stops)) {
      const part = partOf(batch, from, to);
      const answers = driver.replay(part, next?.subarray(from, to) ?? null);
      meter.addBatch(part, answers, driver.waits, begin + from);
      if (stopping) options.onStop?.({ hierarchy, meter, origin });
    }
    if (driver.firstCounted !== counting) books.restart();
    counting = driver.firstCounted;
    if (blocks?.endsBlock(b)) books.close(sumsSoFar(rig, meter));
    b++;
    if (onProgress) onProgress(driver.records, requests.operations);
  }
  meter.finish();
  const wallMs = performance.now() - start;
  const { requests: counted, misses, bytesRequested, bytesMissed } = meter;
  const operations = driver.records - driver.firstCounted;
  return {
    hierarchy,
    meter,
    origin,
    prefetcher,
    requests: counted,
    operations,
    misses,
    bytesRequested,
    bytesMissed,
    blocks: books.blocks,
    wallMs,
  };
}

function sumsSoFar(
  { hierarchy, origin }: Pick<Rig, 'hierarchy' | 'origin'>,
  { requests, misses, latencyMs }: Meter,
): Sums {
  const fetches = origin ? origin.fetches : misses;
  return { requests, hits: requests - misses, latencyMs, fetches, stale: hierarchy.staleHits };
}

/** What a whole run has counted. */
export function sumsOf({ hierarchy, origin, meter }: Replay): Sums {
  return sumsSoFar({ hierarchy, origin }, meter);
}
