import type { SeriesPoint } from '../documents.ts';
import { Histogram } from '../histogram.ts';

/** Points of a series over time. */
const WINDOWS = 100;

/** Collects who answered each request and how long it took, over all and by window. */
export class Meter {
  /** By store, the origin last: the latencies of the requests that it answered, in milliseconds. */
  readonly latencies: readonly Histogram[];
  readonly series: SeriesPoint[] = [];
  private readonly window: readonly Histogram[];
  private readonly windowLength: number;
  private from = 0;
  private inWindow = 0;
  private startSeconds = 0;

  /**
   * @param stores number of stores, the origin not counted
   * @param requests how many requests will be counted
   */
  constructor(stores: number, requests: number) {
    this.latencies = Array.from({ length: stores + 1 }, () => new Histogram());
    this.window = this.latencies.map(() => new Histogram());
    this.windowLength = Math.max(1, Math.ceil(requests / WINDOWS));
  }

  add(store: number, ms: number, seconds: number): void {
    if (this.inWindow === 0) this.startSeconds = seconds;
    this.window[store]!.add(ms);
    if (++this.inWindow === this.windowLength) this.closeWindow();
  }

  /** Ends the last window. */
  finish(): void {
    if (this.inWindow > 0) this.closeWindow();
  }

  private closeWindow(): void {
    const all = new Histogram();
    for (const [store, histogram] of this.window.entries()) {
      all.merge(histogram);
      this.latencies[store]!.merge(histogram);
    }
    this.series.push({
      from: this.from,
      requests: this.inWindow,
      seconds: this.startSeconds,
      answered: this.window.map(histogram => histogram.count),
      latencyMeanMs: all.mean,
      latencyP99Ms: all.quantile(0.99),
    });
    for (const histogram of this.window) histogram.clear();
    this.from += this.inWindow;
    this.inWindow = 0;
  }
}
