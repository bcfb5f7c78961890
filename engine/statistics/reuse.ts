import { type Batch, DELETE, GET } from '../../workloads/requests.ts';
import { Histogram } from '../histogram.ts';
import type { Statistic } from './statistic.ts';

/** How soon keys come again. */
export interface ReuseResult {
  /** Gets of a key that no get or set named before, or none since it was deleted: a cache of any size misses them. */
  readonly compulsoryMisses: number;
  /** All other gets. */
  readonly reuses: number;
  /** Records from one access of a key to the get that follows it, 1 for neighbours; null without reuses. */
  readonly distance: { readonly p10: number; readonly p50: number; readonly p90: number; readonly max: number } | null;
  /** Reuses by distance: of at most 1, 10, 100 … records and more than the row before. */
  readonly decades: readonly { readonly upTo: number; readonly reuses: number }[];
}

/** Reuses with a distance in (from, to] records. */
export interface DistanceBin {
  readonly from: number;
  readonly to: number;
  readonly reuses: number;
}

const NEVER = -1;
const BINS_PER_DECADE = 5;

/**
 * Reuse by time distance: the number of records between two accesses of a key, whatever they ask for (not the number of
 * distinct keys among them, which is the stack distance).
 */
export class Reuse implements Statistic {
  private readonly last: Int32Array;
  private readonly distances = new Histogram();
  private readonly decades: number[] = [];
  private compulsoryMisses = 0;

  constructor(universe: number) {
    this.last = new Int32Array(universe).fill(NEVER);
  }

  take({ id: ids, op: ops, length }: Batch, first: number): void {
    const { last } = this;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const op = ops ? ops[i]! : GET;
      if (op === GET) this.get(first + i, last[id]!);
      last[id] = op === DELETE ? NEVER : first + i;
    }
  }

  result(): ReuseResult {
    const { distances, decades, compulsoryMisses } = this;
    // The histogram keeps distances below 128 apart, and is right to 0.4 % above.
    const quantile = (q: number) => Math.round(distances.quantile(q));
    return {
      compulsoryMisses,
      reuses: distances.count,
      distance:
        distances.count === 0
          ? null
          : { p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), max: distances.max },
      decades: Array.from(decades, (reuses = 0, power) => ({ upTo: 10 ** power, reuses })),
    };
  }

  /** Reuses by distance, in bins of equal width on a logarithmic axis, from the shortest distance to the longest. */
  distribution(): DistanceBin[] {
    const { distances } = this;
    const edge = (k: number) => 10 ** (k / BINS_PER_DECADE);
    const bins: DistanceBin[] = [];
    for (let k = 0; distances.count > 0 && edge(k - 1) < distances.max; k++) {
      const [from, to] = [k === 0 ? 0 : edge(k - 1), edge(k)];
      const reuses = distances.countBetween(from, to);
      // No whole number lies between some of the first edges.
      if (Math.floor(to) > Math.floor(from)) bins.push({ from, to, reuses });
    }
    while (bins[0]?.reuses === 0) bins.shift();
    return bins;
  }

  private get(record: number, last: number): void {
    if (last === NEVER) {
      this.compulsoryMisses++;
      return;
    }
    const distance = record - last;
    this.distances.add(distance);
    let power = 0;
    for (let upTo = 1; upTo < distance; upTo *= 10) power++;
    this.decades[power] = (this.decades[power] ?? 0) + 1;
  }
}
