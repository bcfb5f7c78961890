import { type Batch, GET } from '../../workloads/requests.ts';
import { Histogram } from '../histogram.ts';
import type { Statistic } from './statistic.ts';

/** A distribution of sizes in bytes; percentiles are right to 0.4 %. */
interface SizeSummary {
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface SizesResult {
  /** Of the keys, each with the size last seen. */
  readonly keys: SizeSummary;
  /** Of what gets ask for; null without gets. */
  readonly requests: SizeSummary | null;
  /** Bytes that gets ask for. */
  readonly bytesRequested: number;
  /** Records that give a key another size than the one before. */
  readonly changes: number;
}

const UNSEEN = -1;

export class Sizes implements Statistic {
  private readonly last: Float64Array;
  private readonly requests = new Histogram();
  private bytesRequested = 0;
  private changes = 0;

  constructor(universe: number) {
    this.last = new Float64Array(universe).fill(UNSEEN);
  }

  take({ id: ids, op, size: sizes, length }: Batch): void {
    if (!sizes) return;
    const { last } = this;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const size = sizes[i]!;
      if (last[id] !== size) {
        if (last[id] !== UNSEEN) this.changes++;
        last[id] = size;
      }
      if (op && op[i] !== GET) continue;
      this.requests.add(size);
      this.bytesRequested += size;
    }
  }

  result(): SizesResult {
    const keys = new Histogram();
    for (const size of this.last) if (size !== UNSEEN) keys.add(size);
    const { requests, bytesRequested, changes } = this;
    return { keys: summary(keys), requests: requests.count === 0 ? null : summary(requests), bytesRequested, changes };
  }
}

function summary(histogram: Histogram): SizeSummary {
  const { min, mean, max } = histogram;
  return { min, mean, p50: Math.round(histogram.quantile(0.5)), p99: Math.round(histogram.quantile(0.99)), max };
}
