import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Origin } from '../origin/origin.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import { Driver } from './driver.ts';
import { Meter } from './meter.ts';
import { nextAccesses } from './next-access.ts';
import { buildRig } from './rig.ts';
import { partOf, stretches } from './stretches.ts';

export interface ReplayOptions {
  readonly seed: number;
  /** Gets at the start that are not counted. */
  readonly warmup: number;
  /** Points of the series over time, about; a hundred unless it is given. */
  readonly windows?: number;
  /** Look at the cache, or at what it counted so far, between two records. */
  readonly watchers?: readonly Watcher[];
  onProgress?(done: number, total: number): void;
}

/** Looks at a replay, which stops for it. */
export interface Watcher {
  /** Numbers of the records, ascending, after each of which it looks. */
  readonly stops: readonly number[];
  look(counts: Pick<Replay, 'hierarchy' | 'meter' | 'origin'>): void;
}

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
  /** Wall-clock time of the loop alone. */
  readonly wallMs: number;
}

/** Drives a hierarchy with requests, on the workload's own clock. */
export function replay(requests: Requests, configuration: Configuration, options: ReplayOptions): Replay {
  const { seed, warmup, windows, watchers = [], onProgress } = options;
  const rig = buildRig(configuration, requests, seed);
  const { hierarchy, nextAccess, origin, prefetcher } = rig;
  const future = nextAccess ? nextAccesses(requests) : null;
  const meter = new Meter(configuration, seed, Math.max(0, requests.gets - warmup), windows);
  const driver = new Driver(rig, configuration, warmup);
  const stops = [...new Set(watchers.flatMap(watcher => watcher.stops))].sort((a, b) => a - b);
  const start = performance.now();
  let b = 0;
  for (const batch of requests.batches) {
    const next = future ? future.at(b++) : null;
    const begin = driver.records;
    for (const { from, to, stops: stopping } of stretches(begin, batch.length, stops)) {
      const part = partOf(batch, from, to);
      const answers = driver.replay(part, next?.subarray(from, to) ?? null);
      meter.addBatch(part, answers, driver.waits, begin + from);
      if (stopping)
        for (const watcher of watchers)
          if (watcher.stops.includes(driver.records - 1)) watcher.look({ hierarchy, meter, origin });
    }
    if (onProgress) onProgress(driver.records, requests.operations);
  }
  meter.finish();
  const wallMs = performance.now() - start;
  const { requests: counted, misses } = meter;
  const operations = driver.records - driver.firstCounted;
  return {
    hierarchy,
    meter,
    origin,
    prefetcher,
    requests: counted,
    operations,
    misses,
    wallMs,
  };
}
