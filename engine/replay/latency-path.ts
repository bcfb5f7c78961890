import type { Configuration } from '../configuration/types.ts';
import { buildLatency, type Latency } from '../latency.ts';
import { randomStream } from '../random.ts';

/** How long an answer takes: the probe of every place that was asked, and for a miss the origin. */
export class LatencyPath {
  /** By store, the origin last: milliseconds that each byte of its answer adds; null where sizes add nothing. */
  readonly msPerByte: Float64Array | null;
  /** By store, the origin last: milliseconds of every answer; NaN where they vary, or depend on the request. */
  readonly fixedMs: Float64Array;
  private readonly partitions: readonly Latency[];
  private readonly levels: readonly Latency[];
  private readonly origin: Latency;
  private readonly partitionsAnswer: boolean;
  /** Milliseconds until level d has been asked, where no probe varies; else null. */
  private readonly until: Float64Array | null;

  constructor(configuration: Configuration, seed: number) {
    const build = (name: string, spec: string) =>
      buildLatency(spec, `--latency ${name}`, randomStream(seed, `latency/${name}`));
    this.partitions = configuration.partitionLevels.map(level => build(level.name, level.latency));
    this.levels = configuration.levels.map(level => build(level.name, level.latency));
    this.origin = build('origin', configuration.originLatency);
    this.partitionsAnswer = configuration.partitions === 'quota';
    this.until = cumulative(this.levels);
    const transfers = [...this.partitions, ...this.levels, this.origin].map(place => place.msPerByte);
    this.msPerByte = transfers.some(ms => ms > 0) ? Float64Array.from(transfers) : null;
    this.fixedMs = new Float64Array(transfers.length).fill(Number.NaN);
    if (this.until && !this.msPerByte && !this.partitionsAnswer) this.fixedMs.set(this.until, this.partitions.length);
  }

  /**
   * Milliseconds of one request, without the transfer of its bytes.
   * @param store who answered: partitions first, then levels, then the origin
   * @param type data type of the request, 0 for general
   */
  sample(store: number, type: number): number {
    const ms = this.probes(store, type);
    return store === this.partitions.length + this.levels.length ? ms + this.origin.sample() : ms;
  }

  /** Milliseconds until all were asked that this one answered after, itself too; a miss asks all. */
  probes(store: number, type: number): number {
    let ms = 0;
    if (type > 0 && this.partitionsAnswer) {
      ms = this.partitions[type - 1]!.sample();
      if (store === type - 1) return ms;
    }
    const depth = store - this.partitions.length;
    const last = Math.min(depth, this.levels.length - 1);
    if (this.until) ms += this.until[last]!;
    else for (let d = 0; d <= last; d++) ms += this.levels[d]!.sample();
    return ms;
  }
}

function cumulative(levels: readonly Latency[]): Float64Array | null {
  const sums = new Float64Array(levels.length);
  let sum = 0;
  for (const [depth, level] of levels.entries()) {
    if (level.constantMs === null) return null;
    sum += level.constantMs;
    sums[depth] = sum;
  }
  return sums;
}
