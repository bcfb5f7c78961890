import type { Batch } from '../../workloads/requests.ts';
import type { Statistic } from './statistic.ts';

/** One of the equal parts of a workload. */
export interface WorkingSetWindow {
  /** Number of its first record, from 0. */
  readonly from: number;
  readonly operations: number;
  /** Time of its first record; null without times. */
  readonly seconds: number | null;
  /** Distinct keys that its records name. */
  readonly keys: number;
  /** Those of them that no earlier window named. */
  readonly newKeys: number;
  /** Bytes of the distinct keys, each with the size it had first; null without sizes. */
  readonly bytes: number | null;
}

const NONE = -1;

type Growing = { -readonly [Name in keyof WorkingSetWindow]: WorkingSetWindow[Name] };

/** The keys in use, part by part. */
export class WorkingSet implements Statistic {
  private readonly windows: Growing[];
  /** The last window that named a key. */
  private readonly lastWindow: Int8Array;

  /** @param windows at most 127 equal parts */
  constructor(universe: number, operations: number, windows = 10) {
    const count = Math.min(windows, operations);
    const start = (w: number) => Math.ceil((w * operations) / count);
    this.windows = Array.from({ length: count }, (_, w) => ({
      from: start(w),
      operations: start(w + 1) - start(w),
      seconds: null,
      keys: 0,
      newKeys: 0,
      bytes: null,
    }));
    this.lastWindow = new Int8Array(universe).fill(NONE);
  }

  take(batch: Batch, first: number): void {
    this.windows.forEach((window, w) => {
      const from = Math.max(0, window.from - first);
      const to = Math.min(batch.length, window.from + window.operations - first);
      if (from >= to) return;
      if (first + from === window.from) window.seconds = batch.time?.[from] ?? null;
      this.takePart(batch, from, to, window, w);
    });
  }

  result(): WorkingSetWindow[] {
    return this.windows;
  }

  private takePart({ id: ids, size: sizes }: Batch, from: number, to: number, window: Growing, w: number): void {
    const { lastWindow } = this;
    let bytes = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (lastWindow[id] === w) continue;
      if (lastWindow[id] === NONE) window.newKeys++;
      lastWindow[id] = w;
      window.keys++;
      if (sizes) bytes += sizes[i]!;
    }
    if (sizes) window.bytes = (window.bytes ?? 0) + bytes;
  }
}
