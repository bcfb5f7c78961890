import { DELETE, GET, type Requests } from '../../workloads/requests.ts';
import type { Unit } from '../configuration/types.ts';

/** What no cache of this size can exceed on these requests, whatever its policy, even one that knows the future. */
export interface HitBound {
  /** In the unit that was asked for. */
  readonly capacity: number;
  /** The most gets that can be hits. */
  readonly hits: number;
  /** The most bytes that hits can answer, where the workload has sizes; another cache may reach this than reaches `hits`. */
  readonly bytesHit: number | null;
}

/**
 * PFOO-L: the lower bound on misses of "Practical bounds on optimal caching with variable object sizes" (D. S. Berger, N. Beckmann,
 * M. Harchol-Balter, Proc. ACM Meas. Anal. Comput. Syst. 2(2), SIGMETRICS 2018). For a get to be a hit, its key must lie in
 * the cache since its last request: that takes its size times the length of the interval. PFOO asks only that all
 * intervals together take no more than the capacity times the whole time, and not that it is kept at each moment. Then the
 * cheapest intervals are the best choice, and as any cache's hits are such a choice, no cache has more. For bytes
 * they are taken by their cost per byte, and a part of the last one too.
 *
 * Deletes and sets are kept to: nothing is there to hit after a delete, and a set ends an interval without a hit. A key counts with
 * the smallest size that it had since its last set or delete, because a resident keeps the size it was stored with.
 *
 * @param capacities in entries, or in bytes, which the workload must then know
 */
export function pfooLower(requests: Requests, unit: Unit, capacities: readonly number[]): HitBound[] {
  const intervals = reuseIntervals(requests, unit);
  const { cost, weight, bytes } = intervals;
  // Nobody asks any more after the last request.
  const time = Math.max(0, requests.operations - 1);
  const byCost = orderBy(cost);
  const byCostPerByte =
    bytes && orderBy(cost.map((each, i) => (bytes[i] === 0 ? Number.POSITIVE_INFINITY : each / bytes[i]!)));
  return capacities.map(capacity => {
    const budget = capacity * time;
    return {
      capacity,
      hits: mostHits(byCost, cost, weight, capacity, budget),
      bytesHit: byCostPerByte && mostBytes(byCostPerByte, intervals, capacity, budget),
    };
  });
}

/** Each from a request to the next one of the same key, where that can be a hit. */
interface ReuseIntervals {
  /** What it takes to hold the key so long: size times requests. */
  readonly cost: Float64Array;
  /** Size of the key meanwhile, in the unit of the capacity. */
  readonly weight: Float64Array;
  /** Bytes that the hit answers; null where the workload has no sizes. */
  readonly bytes: Float64Array | null;
}

function reuseIntervals({ universe, gets, columns, batches }: Requests, unit: Unit): ReuseIntervals {
  const cost = new Float64Array(gets);
  const weight = new Float64Array(gets);
  const bytes = columns.includes('size') ? new Float64Array(gets) : null;
  const last = new Float64Array(universe).fill(-1);
  const smallest = new Float64Array(universe).fill(Number.POSITIVE_INFINITY);
  let count = 0;
  let record = 0;
  for (const { id: ids, op: ops, size: sizes, length } of batches)
    for (let i = 0; i < length; i++, record++) {
      const id = ids[i]!;
      const op = ops ? ops[i]! : GET;
      if (op !== GET) smallest[id] = Number.POSITIVE_INFINITY;
      if (op === DELETE) {
        last[id] = -1;
        continue;
      }
      const size = sizes ? sizes[i]! : 1;
      if (op === GET && last[id]! >= 0) {
        weight[count] = smallest[id]!;
        cost[count] = smallest[id]! * (record - last[id]!);
        if (bytes) bytes[count] = size;
        count++;
      }
      last[id] = record;
      smallest[id] = Math.min(smallest[id]!, unit === 'bytes' ? size : 1);
    }
  return {
    cost: cost.subarray(0, count),
    weight: weight.subarray(0, count),
    bytes: bytes?.subarray(0, count) ?? null,
  };
}

/** Places from the lowest value to the highest. */
function orderBy(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
}

function mostHits(
  order: Uint32Array,
  cost: Float64Array,
  weight: Float64Array,
  capacity: number,
  budget: number,
): number {
  let hits = 0;
  let left = budget;
  for (const i of order) {
    if (weight[i]! > capacity) continue;
    left -= cost[i]!;
    if (left < 0) break;
    hits++;
  }
  return hits;
}

function mostBytes(order: Uint32Array, intervals: ReuseIntervals, capacity: number, budget: number): number {
  const { cost, weight } = intervals;
  const bytes = intervals.bytes!;
  let hit = 0;
  let left = budget;
  for (const i of order) {
    if (weight[i]! > capacity) continue;
    if (cost[i]! > left) return hit + (bytes[i]! * left) / cost[i]!;
    left -= cost[i]!;
    hit += bytes[i]!;
  }
  return hit;
}
