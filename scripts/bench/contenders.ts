import { LRUCache } from 'lru-cache';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { runCell } from '../../engine/experiments/mrc.ts';
import { replay } from '../../engine/replay/replay.ts';
import type { Requests } from '../../workloads/requests.ts';

/** Entries that every flat contender holds, and every hierarchy but the small ones in all its levels. */
export const CAPACITY = 100_000;

const LARGE = { L1: 10_000, L2: 30_000, L3: 60_000 };
const SMALL = { L1: 100, L2: 500, L3: 1_000 };

/** One row of the table: replays all requests once. @returns the loop's own time in milliseconds, and the hits */
export interface Contender {
  readonly name: string;
  readonly group: 'flat' | 'hierarchy' | 'baseline';
  /** The most requests that it is given: a Map skips the holes of its past deletions, and takes minutes for ten million. */
  readonly most?: number;
  run(requests: Requests): { ms: number; hits: number };
}

const FLAT = ['fifo', 'clock', 'sieve', 'lru', 'slru', 'lfu', '2q', 'arc', 's3-fifo', 'lirs', 'guarded'];

export const contenders: readonly Contender[] = [
  ...FLAT.map((policy): Contender => ({ name: policy, group: 'flat', run: requests => runFlat(requests, policy) })),
  hierarchy('exclusive-lru', 'exclusive-lru', LARGE),
  hierarchy('tierlab', 'tierlab', LARGE),
  hierarchy('exclusive-lru, 100/500/1,000', 'exclusive-lru', SMALL),
  hierarchy('tierlab, 100/500/1,000', 'tierlab', SMALL),
  { name: 'LRU with a Map', group: 'baseline', most: 1_000_000, run: requests => runMap(requests) },
  { name: 'the package lru-cache', group: 'baseline', run: requests => runPackage(requests) },
];

/**
 * The limit of any replay: reads each id and touches one byte of its column.
 * @returns milliseconds
 */
export function bareLoop({ batches, universe }: Requests): number {
  const column = new Uint8Array(universe);
  const start = performance.now();
  for (const { id, length } of batches) touch(id, length, column);
  return performance.now() - start;
}

function touch(ids: Int32Array, length: number, column: Uint8Array): void {
  for (let i = 0; i < length; i++) column[ids[i]!] = 1;
}

function runFlat(requests: Requests, policy: string): { ms: number; hits: number } {
  const { row, requestsPerSecond } = runCell(requests, { policy, capacity: CAPACITY, unit: 'entries', seed: 1 });
  return { ms: (1e3 * requests.operations) / requestsPerSecond, hits: row.hits };
}

function hierarchy(name: string, preset: string, sizes: Record<string, number>): Contender {
  return {
    name,
    group: 'hierarchy',
    run(requests) {
      const facts = { keys: requests.universe, bytes: requests.bytes };
      const levels = Object.entries(sizes).map(([level, capacity]) => `${level}=${capacity}`);
      const configuration = resolveConfiguration({ preset, levels: levels.join(',') }, facts);
      const { wallMs, misses } = replay(requests, configuration, { seed: 1, warmup: 0 });
      return { ms: wallMs, hits: requests.gets - misses };
    },
  };
}

function runMap({ batches }: Requests): { ms: number; hits: number } {
  const cache = new Map<number, true>();
  let hits = 0;
  const start = performance.now();
  for (const { id: ids, length } of batches) {
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      if (cache.delete(id)) hits++;
      else if (cache.size === CAPACITY) cache.delete(cache.keys().next().value!);
      cache.set(id, true);
    }
  }
  return { ms: performance.now() - start, hits };
}

function runPackage({ batches }: Requests): { ms: number; hits: number } {
  const cache = new LRUCache<number, true>({ max: CAPACITY });
  let hits = 0;
  const start = performance.now();
  for (const { id: ids, length } of batches) {
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      if (cache.get(id) === undefined) cache.set(id, true);
      else hits++;
    }
  }
  return { ms: performance.now() - start, hits };
}
