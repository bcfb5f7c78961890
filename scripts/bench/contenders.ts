import { LRUCache } from 'lru-cache';
import { buildEviction, resolveEviction } from '../../engine/build-policy.ts';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { resolveMethod } from '../../engine/curves/methods.ts';
import type { MrcCell } from '../../engine/experiments/curve-cell.ts';
import { runCell } from '../../engine/experiments/mrc.ts';
import { buildHierarchy } from '../../engine/hierarchy/build.ts';
import { NO_PREDICTION } from '../../engine/prediction/none.ts';
import { replay } from '../../engine/replay/replay.ts';
import { runCurves } from '../../engine/runners/run-curves.ts';
import type { Requests } from '../../workloads/requests.ts';
import { libraries } from './library.ts';

/** Entries that every flat contender holds, and every hierarchy but the small ones in all its levels. */
export const CAPACITY = 100_000;

const LARGE = { L1: 10_000, L2: 30_000, L3: 60_000 };
const SMALL = { L1: 100, L2: 500, L3: 1_000 };

/** Shares of the keys at which the curves are drawn. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4];
/** Those of them at which a sample of one per cent leaves caches that are large enough. */
const SCALABLE = SHARES.slice(1);

/** What a round took. */
interface Round {
  /** Of the loop alone, in milliseconds. */
  readonly ms: number;
  /** How many times all requests were gone through, or would have been by replaying. */
  readonly passes: number;
  /** Null where there are several caches. */
  readonly hits: number | null;
}

/** One row of the table. */
export interface Contender {
  readonly name: string;
  readonly group: 'baseline' | 'flat' | 'hierarchy' | 'library' | 'curves';
  /** The most requests that it is given: a Map skips the holes of its past deletions, and takes minutes for ten million. */
  readonly most?: number;
  /** The most rounds that it is given. */
  readonly mostRounds?: number;
  /** Of an estimate: the row that counts the same curves exactly. */
  readonly exact?: string;
  /** Of a cache with string keys: the row of the package lru-cache that it is set against. */
  readonly beside?: string;
  /** Goes through all requests once. */
  run(requests: Requests): Round | Promise<Round>;
  /** Builds the columns that it keeps by id, and nothing else; absent where it keeps none. */
  build?(requests: Requests): unknown;
}

/** The flat policies of the table: those that are compared with other simulators, and one or two of every other kind. */
const FLAT = [
  ...['fifo', 'clock', 'sieve', 'lru', 'slru', 'lfu', '2q', 'arc', 's3-fifo', 'lirs', 'w-tinylfu', 'guarded', 'opt'],
  ...['s4lru', 'mq', 'lru-k', 'car', 'clock-pro', 'lecar', 'cacheus', 'gdsf', 'camp'],
  ...['sampled:of=lru', 'hyperbolic', 'lhd', 'redis-lfu'],
];

export const MAP = 'LRU with a Map';
export const PACKAGE = 'the package lru-cache';

export const baselines: readonly Contender[] = [
  { name: MAP, group: 'baseline', most: 1_000_000, mostRounds: 1, run: requests => runMap(requests) },
  { name: PACKAGE, group: 'baseline', run: requests => runPackage(requests) },
];

/** What a run of the benchmark measures, baselines first. @param policies specs, where only these are to be measured */
export function contendersFor(policies: readonly string[] | undefined): Contender[] {
  if (policies) return [...baselines, ...policies.map(flat)];
  return [...baselines, ...FLAT.map(flat), ...hierarchies, ...libraries, ...curves];
}

export function flat(policy: string): Contender {
  return {
    name: policy,
    group: 'flat',
    run(requests) {
      const { row, requestsPerSecond } = runCell(requests, cellOf(policy, CAPACITY));
      return { ms: (1e3 * requests.operations) / requestsPerSecond, passes: 1, hits: row.hits };
    },
    build({ universe }) {
      const { clairvoyant } = resolveEviction(policy, false, '--policies').entry.capabilities;
      const nextAccess = clairvoyant ? new Int32Array(universe) : null;
      const context = { capacity: CAPACITY, universe, sizes: null, random: Math.random, nextAccess, expiresAt: null };
      return [buildEviction(policy, '--policies', context), nextAccess, new Uint8Array(universe)];
    },
  };
}

export const hierarchies: readonly Contender[] = [
  hierarchy('exclusive-lru', 'exclusive-lru', LARGE),
  hierarchy('tierlab', 'tierlab', LARGE),
  hierarchy('exclusive-lru, 100/500/1,000', 'exclusive-lru', SMALL),
  hierarchy('tierlab, 100/500/1,000', 'tierlab', SMALL),
  hierarchy('exclusive-lru, markov', 'exclusive-lru', LARGE, 'markov'),
  hierarchy('tierlab, markov', 'tierlab', LARGE, 'markov'),
];

const ONE_PASS = 'LRU, five sizes, one pass';
const REPLAYED = 'ARC, five sizes, replayed';

/** Curves: exact and estimated, of LRU and of ARC, and by replaying five policies in two threads. */
export const curves: readonly Contender[] = [
  curve(ONE_PASS, ['lru'], 'auto', SCALABLE),
  { ...curve('LRU, five sizes, SHARDS 1 %', ['lru'], 'shards:rate=0.01', SCALABLE), exact: ONE_PASS },
  curve(REPLAYED, ['arc'], 'replay', SCALABLE),
  { ...curve('ARC, five sizes, mini 1 %', ['arc'], 'mini:rate=0.01', SCALABLE), exact: REPLAYED },
  curve('5 policies, six sizes, 2 threads', ['fifo', 'lru', 'sieve', 's3-fifo', 'arc'], 'replay', SHARES, 2),
];

function curve(
  name: string,
  policies: readonly string[],
  method: string,
  shares: readonly number[],
  jobs = 1,
): Contender {
  return {
    name,
    group: 'curves',
    async run(requests) {
      const sizes = shares.map(share => Math.max(1, Math.floor(share * requests.universe)));
      const cells = policies.flatMap(policy => sizes.map(size => cellOf(policy, size)));
      const start = performance.now();
      await runCurves(requests, cells, resolveMethod(method, '--method'), { jobs });
      return { ms: performance.now() - start, passes: cells.length, hits: null };
    },
  };
}

function cellOf(policy: string, capacity: number): MrcCell {
  return { policy, capacity, unit: 'entries', seed: 1 };
}

function hierarchy(name: string, preset: string, sizes: Record<string, number>, prediction = NO_PREDICTION): Contender {
  const configured = ({ universe, bytes }: Requests): Configuration => {
    const levels = Object.entries(sizes).map(([level, capacity]) => `${level}=${capacity}`);
    return resolveConfiguration({ preset, levels: levels.join(','), prediction }, { keys: universe, bytes });
  };
  return {
    name,
    group: 'hierarchy',
    run(requests) {
      const { wallMs, misses } = replay(requests, configured(requests), { seed: 1, warmup: 0 });
      return { ms: wallMs, passes: 1, hits: requests.gets - misses };
    },
    build: requests => buildHierarchy(configured(requests), { universe: requests.universe, ttls: false, seed: 1 }),
  };
}

/** Ids that the bare loop reads at the least: a million take two milliseconds, of which many are chance. */
const BARE_IDS = 10_000_000;

/**
 * The limit of any replay: reads each id and touches one byte of its column.
 * @returns milliseconds for going through the requests once
 */
export function bareLoop({ batches, universe, operations }: Requests): number {
  const column = new Uint8Array(universe);
  const passes = Math.ceil(BARE_IDS / operations);
  const start = performance.now();
  for (let pass = 0; pass < passes; pass++) for (const { id, length } of batches) touch(id, length, column);
  return (performance.now() - start) / passes;
}

function touch(ids: Int32Array, length: number, column: Uint8Array): void {
  for (let i = 0; i < length; i++) column[ids[i]!] = 1;
}

function runMap({ batches }: Requests): Round {
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
  return { ms: performance.now() - start, passes: 1, hits };
}

function runPackage({ batches }: Requests): Round {
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
  return { ms: performance.now() - start, passes: 1, hits };
}
