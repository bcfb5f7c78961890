import { type Batch, GET } from '../../workloads/requests.ts';
import type { Statistic } from './statistic.ts';
import { fitZipf, type ZipfFit } from './zipf-fit.ts';

/** How the gets of a workload are spread over its keys. */
export interface PopularityResult {
  /** Keys that a get asks for. */
  readonly keys: number;
  /** Keys that exactly one get asks for. */
  readonly oneHitWonders: number;
  /** The least number of keys that together have half of the gets. */
  readonly keysOfHalf: number;
  /** Gets of the most popular keys, from the one at the top to the top half. */
  readonly top: readonly { readonly keys: number; readonly requests: number }[];
  readonly zipf: ZipfFit | null;
}

const TOP_SHARES = [0.001, 0.01, 0.1, 0.5];

export class Popularity implements Statistic {
  /** By id. */
  readonly gets: Int32Array;
  private sorted: Int32Array | null = null;

  constructor(universe: number) {
    this.gets = new Int32Array(universe);
  }

  take({ id: ids, op, length }: Batch): void {
    const { gets } = this;
    for (let i = 0; i < length; i++) if (!op || op[i] === GET) gets[ids[i]!]!++;
  }

  /** Gets of the keys that a get asks for, the most popular first. */
  ranked(): Int32Array {
    this.sorted ??= this.gets
      .filter(count => count > 0)
      .sort()
      .reverse();
    return this.sorted;
  }

  result(): PopularityResult {
    const frequencies = this.ranked();
    const keys = frequencies.length;
    const total = frequencies.reduce((sum, count) => sum + count, 0);
    const tops = [1, ...TOP_SHARES.map(share => Math.round(share * keys))].filter(top => top > 0);
    const wanted = [...new Set(tops)];
    const top: { keys: number; requests: number }[] = [];
    let keysOfHalf = 0;
    let sum = 0;
    for (let rank = 1; rank <= keys; rank++) {
      sum += frequencies[rank - 1]!;
      if (keysOfHalf === 0 && 2 * sum >= total) keysOfHalf = rank;
      if (wanted[top.length] === rank) top.push({ keys: rank, requests: sum });
    }
    const oneHitWonders = keys - (frequencies.indexOf(1) < 0 ? keys : frequencies.indexOf(1));
    return { keys, oneHitWonders, keysOfHalf, top, zipf: fitZipf(frequencies) };
  }
}
