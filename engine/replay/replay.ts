import { NO_TTL, type Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { LatencyPath } from './latency-path.ts';
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
  const latency = new LatencyPath(configuration, seed);
  const meter = new Meter(hierarchy.origin, Math.max(0, requests.gets - warmup));
  const { origin } = hierarchy;
  const { rate } = configuration;
  const sized = configuration.unit === 'bytes';
  const fills = configuration.fill !== 'none';
  const sweepEvery = configuration.sweepSeconds ?? Number.POSITIVE_INFINITY;
  let sweepAt = Number.NaN;
  let record = 0;
  let gets = 0;
  let firstCounted = 0;
  let misses = 0;
  let bytesRequested = 0;
  let bytesMissed = 0;
  const start = performance.now();
  let b = 0;
  for (const batch of requests.batches) {
    const { id: ids, time: times, op: ops, size: sizes, type: types, priority: priorities, ttl: ttls, length } = batch;
    const next = future ? future.at(b++) : null;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const now = times ? times[i]! : record / rate;
      const type = types ? types[i]! : 0;
      const priority = priorities ? priorities[i]! : 0;
      const size = sized ? sizes![i]! : 1;
      const ttl = ttls ? ttls[i]! : NO_TTL;
      record++;
      if (nextAccess) nextAccess[id] = next![i]!;
      if (sweepEvery < Number.POSITIVE_INFINITY) {
        if (Number.isNaN(sweepAt)) sweepAt = now + sweepEvery;
        if (now >= sweepAt) {
          // Of several sweeps with no request between them the last one does all.
          sweepAt += sweepEvery * Math.floor((now - sweepAt) / sweepEvery);
          hierarchy.sweep(sweepAt);
          sweepAt += sweepEvery;
        }
      }
      const op = ops ? ops[i]! : 0;
      if (op === 1) hierarchy.set(id, now, type, priority, size, ttl);
      else if (op === 2) hierarchy.delete(id, now);
      else {
        if (gets === warmup && warmup > 0) {
          hierarchy.restartCounters();
          firstCounted = record - 1;
        }
        const store = hierarchy.get(id, now, type);
        if (gets++ >= warmup) {
          meter.add(store, latency.sample(store, type), now);
          if (sizes) bytesRequested += sizes[i]!;
          if (store === origin) {
            misses++;
            if (sizes) bytesMissed += sizes[i]!;
          }
        }
        if (store === origin && fills) hierarchy.fill(id, now, type, priority, size, ttl);
      }
    }
    if (onProgress) onProgress(record, requests.operations);
  }
  meter.finish();
  const wallMs = performance.now() - start;
  const counted = Math.max(0, gets - warmup);
  return {
    hierarchy,
    meter,
    requests: counted,
    operations: record - firstCounted,
    misses,
    bytesRequested,
    bytesMissed,
    wallMs,
  };
}
