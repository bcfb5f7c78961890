/**
 * What the size of one level, or of a partition, means to the whole hierarchy, all others as they are. Each size is a run of its
 * own: what a level loses another may catch, so that no curve of a single cache tells it.
 */
import type { Requests } from '../../workloads/requests.ts';
import { answeringStores, totalCapacity } from '../configuration/total-capacity.ts';
import type { Configuration, LevelConfiguration } from '../configuration/types.ts';
import type { LevelRoom, LevelSizeMeasures, LevelSizeRow, RoomEffect } from '../documents/mrc-per-level.ts';
import type { Pulse } from '../pulse.ts';
import { replay } from '../replay/replay.ts';
import { histogramOf, totalsOf } from './measurements.ts';
import { balanced } from './sim.ts';

/** One level at one size. */
export interface LevelSize {
  /** Number among the levels, counted from 0, and behind them the partitions that answer. */
  readonly store: number;
  readonly capacity: number;
}

/** What all sizes are tried on. */
export interface SizedHierarchy {
  readonly requests: Requests;
  readonly configuration: Configuration;
  readonly seed: number;
}

/** A size, measured, and the wall-clock time of its loop. */
export interface MeasuredSize {
  readonly measures: LevelSizeMeasures;
  readonly replayMs: number;
}

/** Sizes of its own choice, in terms of what a level has. */
const FACTORS = [1 / 4, 1 / 2, 3 / 4, 1, 3 / 2, 2, 4];
/** Of all levels: the room that each is given and deprived of, unless somebody says how much. */
const ROOM = 0.1;

/** A tenth of all levels' room, and of the partitions' that answer. */
export function usualRoom(configuration: Configuration): number {
  return Math.max(1, Math.round(ROOM * totalCapacity(configuration)));
}

/**
 * The sizes to try, level by level, ascending: the present one, those with so much room more and less, and the given ones, or else
 * those of its own choice.
 */
export function levelSizes(configuration: Configuration, room: number, given: readonly number[] | null): LevelSize[] {
  return answeringStores(configuration).flatMap(({ capacity }, store) => {
    const chosen = given ?? FACTORS.map(factor => Math.max(1, Math.round(factor * capacity)));
    const all = [capacity, capacity + room, capacity - room, ...chosen].filter(each => each > 0);
    return [...new Set(all)].sort((a, b) => a - b).map(each => ({ store, capacity: each }));
  });
}

/** The sizes to run: with every level at its present size the hierarchy is the same, so that is run once. */
export function distinctSizes(configuration: Configuration, sizes: readonly LevelSize[]): LevelSize[] {
  const stores = answeringStores(configuration);
  return sizes.filter(({ store, capacity }) => store === 0 || capacity !== stores[store]!.capacity);
}

/** Replays the requests with one level at another size. @throws Error when the books do not balance */
export function runLevelSize(
  { requests, configuration, seed }: SizedHierarchy,
  size: LevelSize,
  pulse?: Pulse,
): MeasuredSize {
  const onProgress = () => pulse?.check();
  const run = replay(requests, resized(configuration, size), { seed, warmup: 0, onProgress });
  balanced(run, requests);
  pulse?.beat();
  const { requests: gets, hits, misses, hitRatio, byteHitRatio, originFetches, moved } = totalsOf(run, requests);
  const { mean, p99 } = histogramOf(run);
  const measures = {
    ...{ requests: gets, hits, misses, hitRatio, missRatio: gets === 0 ? 0 : misses / gets },
    ...(byteHitRatio !== undefined && { byteHitRatio }),
    ...{ latencyMeanMs: mean, latencyP99Ms: p99, originFetches, moved },
  };
  return { measures, replayMs: run.wallMs };
}

function resized(configuration: Configuration, { store, capacity }: LevelSize): Configuration {
  const { levels, partitionLevels } = configuration;
  const change = (list: readonly LevelConfiguration[], first: number) =>
    list.map((level, i) => (first + i === store ? { ...level, capacity } : level));
  return { ...configuration, levels: change(levels, 0), partitionLevels: change(partitionLevels, levels.length) };
}

/** A row for each size, from what was measured at the distinct ones, which are given in the same order. */
export function rowsOf(
  configuration: Configuration,
  sizes: readonly LevelSize[],
  measured: readonly LevelSizeMeasures[],
): LevelSizeRow[] {
  const stores = answeringStores(configuration);
  const distinct = distinctSizes(configuration, sizes);
  const placeOf = ({ store, capacity }: LevelSize) =>
    capacity === stores[store]!.capacity
      ? distinct.findIndex(each => each.store === 0 && each.capacity === stores[0]!.capacity)
      : distinct.findIndex(each => each.store === store && each.capacity === capacity);
  return sizes.map(size => ({
    level: stores[size.store]!.name,
    capacity: size.capacity,
    ...measured[placeOf(size)]!,
  }));
}

/** What the same room means in each level. */
export function roomsOf(configuration: Configuration, room: number, rows: readonly LevelSizeRow[]): LevelRoom[] {
  return answeringStores(configuration).map(({ name, capacity }) => {
    const at = (size: number) => rows.find(row => row.level === name && row.capacity === size);
    const now = at(capacity)!;
    const less = at(capacity - room);
    return { level: name, capacity, more: effect(now, at(capacity + room)!), less: less ? effect(now, less) : null };
  });
}

function effect(now: LevelSizeRow, then: LevelSizeRow): RoomEffect {
  return {
    capacity: then.capacity,
    hits: then.hits - now.hits,
    latencyMeanMs: then.latencyMeanMs - now.latencyMeanMs,
    originFetches: then.originFetches - now.originFetches,
  };
}
