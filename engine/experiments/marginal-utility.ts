import { DATA_TYPES, type Requests } from '../../workloads/requests.ts';
import type { Configuration, Unit } from '../configuration/types.ts';
import { byType } from '../curves/by-type.ts';
import type { MarginalUtility, TypeUtility } from '../documents/places.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { runCells } from './mrc.ts';

/** Of a capacity: what is added or taken away. */
const STEP = 0.1;

/** What room is worth to each data type: to those in a partition of their own, and to those that share the levels. */
export interface Utilities {
  /** By partition, in their order; null where there were no requests, or no partition answers. */
  readonly partitions: readonly (MarginalUtility | null)[];
  readonly shared: readonly TypeUtility[];
}

/**
 * Looks at the curve of each data type around the room that it has: the capacity of its partition, or what it held of the
 * levels when the run ended. Null where the curves say nothing: without types, or where a miss fills nothing.
 */
export function utilities(
  requests: Requests,
  hierarchy: Hierarchy,
  { unit, partitions, partitionLevels, fill }: Configuration,
): Utilities | null {
  if (fill === 'none' || !requests.columns.includes('type')) return null;
  const streams = byType(requests);
  const utility = (type: number, capacity: number) =>
    streams[type]!.gets === 0 ? null : marginalUtility(streams[type]!, capacity, unit);
  if (partitions !== 'quota') {
    const held = roomByType(requests, hierarchy);
    return {
      partitions: partitionLevels.map(() => null),
      shared: sharing(DATA_TYPES.map((_, t) => utility(t, held[t]!))),
    };
  }
  const general = utility(0, roomByType(requests, hierarchy)[0]!);
  return { partitions: partitionLevels.map(({ capacity }, p) => utility(p + 1, capacity)), shared: sharing([general]) };
}

function sharing(byNumber: readonly (MarginalUtility | null)[]): TypeUtility[] {
  return byNumber.flatMap((utility, type) => (utility ? [{ name: DATA_TYPES[type]!, ...utility }] : []));
}

/** Hits that LRU caches around one size have, or gain and lose against it. */
function marginalUtility(requests: Requests, capacity: number, unit: Unit): MarginalUtility {
  const step = Math.max(1, Math.ceil(STEP * capacity));
  const around = unit === 'entries' ? [1, step] : [step];
  const capacities = [...new Set([capacity, ...around.flatMap(by => [capacity - by, capacity + by])])];
  const cells = capacities.filter(each => each > 0).map(each => ({ policy: 'lru', capacity: each, unit, seed: 0 }));
  const found = new Map(runCells(requests, cells).map(({ row }) => [row.capacity, row.hits]));
  // A cache without room hits nothing.
  const hitsAt = (each: number) => found.get(each) ?? 0;
  const hits = hitsAt(capacity);
  return {
    requests: requests.gets,
    capacity,
    hits,
    step,
    gained: hitsAt(capacity + step) - hits,
    lost: hits - hitsAt(capacity - step),
    ...(unit === 'entries' && { gainedByOne: hitsAt(capacity + 1) - hits, lostByOne: hits - hitsAt(capacity - 1) }),
  };
}

/** Entries or bytes in the levels by data type, an entry of several copies counted once; its type is that of its last request. */
function roomByType({ batches, universe }: Requests, { residents }: Hierarchy): Float64Array {
  const typeOf = new Uint8Array(universe);
  for (const { id, type, length } of batches) if (type) for (let i = 0; i < length; i++) typeOf[id[i]!] = type[i]!;
  const room = new Float64Array(DATA_TYPES.length);
  for (let id = 0; id < universe; id++) {
    const level = residents.levelOf(id);
    if (level) room[typeOf[id]!]! += residents.sizeIn(level, id);
  }
  return room;
}
