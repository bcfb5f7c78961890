import { InputError } from '../../spec/input-error.ts';
import type { Proposal } from '../advice/proposal.ts';
import { liveAdvice } from './live-advice.ts';
import { startTimer } from './loads.ts';
import { readMachine } from './machine-clock.ts';
import { monitorReport } from './monitor-report.ts';
import type { MultiLevelCache } from './multi-level-cache.ts';
import { Recording, type RecordingOptions, type TraceSink } from './recording.ts';
import { count, milliseconds } from './request.ts';
import { type Snapshot, spanBetween } from './snapshots.ts';

export interface MonitorOptions {
  /** Milliseconds between two snapshots; 10,000 if not given. */
  readonly intervalMs?: number;
  /** Snapshots that are kept; 60 if not given. */
  readonly keep?: number;
  /** Seconds; the machine's own, which never runs backwards, if not given. */
  readonly clock?: () => number;
  /** Calls back once after so many milliseconds, and returns how to call that off. */
  readonly timer?: (ms: number, callback: () => void) => () => void;
}

/** Whatever its values are. */
type Monitored = Pick<MultiLevelCache<unknown>, 'configuration' | 'getComprehensiveStats' | 'tapRequests'>;

/**
 * Watches a cache: takes snapshots of its counters, says how it did between the oldest of them and now, and what to try. Its
 * timer keeps no process alive.
 */
export class CacheMonitor {
  private readonly cache: Monitored;
  private readonly intervalMs: number;
  private readonly keep: number;
  private readonly clock: () => number;
  private readonly timer: (ms: number, callback: () => void) => () => void;
  private readonly taken: Snapshot[] = [];
  private cancel: (() => void) | null = null;

  /** @throws InputError */
  constructor(cache: Monitored, options: MonitorOptions = {}) {
    this.cache = cache;
    this.intervalMs = milliseconds(options.intervalMs ?? 10_000, 'intervalMs');
    this.keep = count(options.keep ?? 60, 'keep', 'snapshots');
    if (this.keep < 2) throw new InputError('keep', 'found 1, expected at least 2 snapshots');
    this.clock = options.clock ?? readMachine;
    this.timer = options.timer ?? startTimer;
  }

  /** Oldest first. */
  get snapshots(): readonly Snapshot[] {
    return this.taken;
  }

  /** Takes a snapshot now and after every interval, until `stop`. Started twice is started once. */
  start(): this {
    if (!this.cancel) this.tick();
    return this;
  }

  /** Snapshots that were taken stay. */
  stop(): this {
    this.cancel?.();
    this.cancel = null;
    return this;
  }

  /** Takes a snapshot out of turn. */
  snapshot(): Snapshot {
    const snapshot = { takenAt: this.clock(), stats: this.cache.getComprehensiveStats() };
    this.taken.push(snapshot);
    if (this.taken.length > this.keep) this.taken.shift();
    return snapshot;
  }

  /** What happened between the oldest snapshot and now, for people: lines of at most 80 characters. */
  report(): string {
    const { configuration } = this.cache;
    return monitorReport(configuration, this.span(), this.suggestOptimizations());
  }

  /** What the rules of thumb would change. They are not proven here: record, and let `sim` try them on the recording. */
  suggestOptimizations(): Proposal[] {
    return liveAdvice(this.cache.configuration, this.span());
  }

  /** Writes the requests of the cache from now on as a trace that `sim` replays (with `--fill none`: what was loaded or set is in it). */
  record(sink: TraceSink, options: RecordingOptions = {}): Recording {
    return new Recording(tap => this.cache.tapRequests(tap), sink, options);
  }

  private span() {
    const now = { takenAt: this.clock(), stats: this.cache.getComprehensiveStats() };
    return spanBetween(this.taken[0] ?? now, now);
  }

  private tick(): void {
    this.snapshot();
    this.cancel = this.timer(this.intervalMs, () => this.tick());
  }
}
