import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Driver } from './driver.ts';
import { Meter } from './meter.ts';
import { nextAccesses } from './next-access.ts';

export interface ReplayOptions {
  readonly seed: number;
  /** Gets at the start that are not counted. */
  readonly warmup: number;
  onProgress?(done: number, total: number): void;
}

/** A hierarchy after a replay, and what was measured meanwhile. */
export interface Replay {
  readonly hierarchy: Hierarchy;
  readonly meter: Meter;
  /** Gets that were counted. */
  readonly requests: number;
  /** Records that were counted. */
  readonly operations: number;
  readonly misses: number;
  /** Zero when the workload has no sizes. */
  readonly bytesRequested: number;
  readonly bytesMissed: number;
  /** Wall-clock time of the loop alone. */
  readonly wallMs: number;
}

/** Drives a hierarchy with requests, on the workload's own clock. */
export function replay(requests: Requests, configuration: Configuration, options: ReplayOptions): Replay {
  const { seed, warmup, onProgress } = options;
  const { columns, universe } = requests;
  const { hierarchy, nextAccess } = buildHierarchy(configuration, { universe, ttls: columns.includes('ttl'), seed });
  const future = nextAccess ? nextAccesses(requests) : null;
  const meter = new Meter(configuration, seed, Math.max(0, requests.gets - warmup));
  const driver = new Driver(hierarchy, nextAccess, configuration, warmup);
  const start = performance.now();
  let b = 0;
  for (const batch of requests.batches) {
    const first = driver.records;
    const answers = driver.replay(batch, future ? future.at(b++) : null);
    meter.addBatch(batch, answers, first);
    if (onProgress) onProgress(driver.records, requests.operations);
  }
  meter.finish();
  const wallMs = performance.now() - start;
  const { requests: counted, misses, bytesRequested, bytesMissed } = meter;
  const operations = driver.records - driver.firstCounted;
  return { hierarchy, meter, requests: counted, operations, misses, bytesRequested, bytesMissed, wallMs };
}
