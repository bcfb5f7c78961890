import { type Batch, DATA_TYPES } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { SeriesPoint } from '../documents/sim.ts';
import { Histogram } from '../histogram.ts';
import { isStale, NOT_COUNTED, STALE } from './answers.ts';
import { LatencyPath } from './latency-path.ts';

/** Points of a series over time. */
const WINDOWS = 100;

/** Gets in a window, but for the last. */
export function windowLengthOf(requests: number, windows = WINDOWS): number {
  return Math.max(1, Math.ceil(requests / windows));
}

/** Counts who answered, how long that took and what it moved, over all and by window. */
export class Meter {
  /**
   * By store, where expired entries are answered those answers, the origin last: the latencies of the requests that it answered, in
   * milliseconds.
   */
  readonly latencies: readonly Histogram[];
  /** By data type, where records have types. */
  readonly latenciesByType: readonly Histogram[] = DATA_TYPES.map(() => new Histogram());
  readonly series: SeriesPoint[] = [];
  /** Gets, and those among them that missed. */
  requests = 0;
  misses = 0;
  /** Gets that an entry answered although it had expired. */
  staleAnswers = 0;
  /** Zero when the workload has no sizes. */
  bytesRequested = 0;
  bytesMissed = 0;
  bytesStale = 0;
  private readonly origin: number;
  /** The origin's place in columns, the last. */
  private readonly last: number;
  private readonly rate: number;
  private readonly path: LatencyPath;
  private readonly window: readonly Histogram[];
  /** By store: answers of this window that all took the same time, which is in no histogram yet. */
  private readonly alike: Float64Array;
  private readonly windowLength: number;
  private from = 0;
  private startSeconds = 0;

  /**
   * @param requests how many gets will be counted
   * @param windows points of the series, about
   */
  constructor(configuration: Configuration, seed: number, requests: number, windows?: number) {
    this.path = new LatencyPath(configuration, seed);
    this.rate = configuration.rate;
    this.origin = configuration.partitionLevels.length + configuration.levels.length;
    this.last = configuration.staleWhileRevalidateSeconds === undefined ? this.origin : this.origin + 1;
    this.latencies = Array.from({ length: this.last + 1 }, () => new Histogram());
    this.window = this.latencies.map(() => new Histogram());
    this.alike = new Float64Array(this.last + 1);
    this.windowLength = windowLengthOf(requests, windows);
  }

  /**
   * @param answers by record, who answered, or `NOT_COUNTED`
   * @param waits by record, milliseconds that a miss waited for the origin; null where nobody measured: they are drawn
   * @param first number of the batch's first record
   */
  addBatch(batch: Batch, answers: Uint8Array, waits: Float64Array | null, first: number): void {
    const { path, window, alike, latenciesByType, windowLength, origin, last, answersStale } = this;
    const { msPerByte, fixedMs } = path;
    const { type: types, size: sizes, time: times, length } = batch;
    for (let i = 0; i < length; i++) {
      const answer = answers[i]!;
      if (answer === NOT_COUNTED) continue;
      const stale = answersStale && isStale(answer);
      const store = stale ? answer - STALE : answer;
      if (this.requests === this.from) this.startSeconds = times ? times[i]! : (first + i) / this.rate;
      const type = types ? types[i]! : 0;
      let ms = fixedMs[store]!;
      if (ms >= 0 && !stale) alike[store]!++;
      else {
        if (waits && store === origin) ms = path.probes(store, type) + waits[i]!;
        else {
          ms = path.sample(store, type);
          // Whoever asks for a transfer has sizes.
          if (msPerByte) ms += msPerByte[store]! * sizes![i]!;
        }
        window[stale ? origin : store === origin ? last : store]!.add(ms);
      }
      if (types) latenciesByType[types[i]!]!.add(ms);
      this.requests++;
      if (sizes) this.bytesRequested += sizes[i]!;
      if (store === origin) {
        this.misses++;
        if (sizes) this.bytesMissed += sizes[i]!;
      } else if (stale) {
        this.staleAnswers++;
        if (sizes) this.bytesStale += sizes[i]!;
      }
      if (this.requests - this.from === windowLength) this.closeWindow();
    }
  }

  /** Whether expired entries are answered at all. */
  get answersStale(): boolean {
    return this.last > this.origin;
  }

  /** Gets that an entry answered whose lifetime goes on, and their bytes. */
  get hits(): number {
    return this.requests - this.misses - this.staleAnswers;
  }

  get bytesHit(): number {
    return this.bytesRequested - this.bytesMissed - this.bytesStale;
  }

  /** Of all requests that were counted, the present window's included. */
  get latencyMs(): number {
    let sum = 0;
    for (const histograms of [this.latencies, this.window])
      for (const histogram of histograms) sum += histogram.count * histogram.mean;
    for (const [store, times] of this.alike.entries()) if (times > 0) sum += times * this.path.fixedMs[store]!;
    return sum;
  }

  /** Ends the last window. */
  finish(): void {
    if (this.requests > this.from) this.closeWindow();
  }

  private closeWindow(): void {
    const all = new Histogram();
    for (const [store, histogram] of this.window.entries()) {
      if (this.alike[store]! > 0) histogram.addTimes(this.path.fixedMs[store]!, this.alike[store]!);
      all.merge(histogram);
      this.latencies[store]!.merge(histogram);
    }
    this.series.push({
      from: this.from,
      requests: this.requests - this.from,
      seconds: this.startSeconds,
      answered: this.window.map(histogram => histogram.count),
      latencyMeanMs: all.mean,
      latencyP99Ms: all.quantile(0.99),
    });
    for (const histogram of this.window) histogram.clear();
    this.alike.fill(0);
    this.from = this.requests;
  }
}
