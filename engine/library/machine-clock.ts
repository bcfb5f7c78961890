import { InputError } from '../../spec/input-error.ts';
import type { HostOptions } from './options.ts';

/** Tells requests what time it is, in seconds; it never runs backwards. */
export interface RequestClock {
  /** Whether it still is what it was for the request before, which this one then has shared the reading of. */
  stands(): boolean;
  read(): number;
}

/** As long as requests come one by one, each of them reads the clock: only this many in a rush are told the time of another. */
const RUSH = 64;
/** Requests that share a reading at most. */
const MOST_SHARED = 64;

/** Fulfilled: what waits for it comes when the code that is running now has ended. */
const NEXT_TURN = Promise.resolve();

/** What a cache is told to read, or else the machine's own clock. @throws InputError */
export function clockOf({ clock, clockResolutionMs }: HostOptions<never>): RequestClock {
  if (clockResolutionMs === undefined) return clock ? { stands: () => false, read: clock } : new MachineClock(1);
  if (clock) throw new InputError('clockResolutionMs', 'a clock is given, which is read for each request');
  if (clockResolutionMs >= 0 && clockResolutionMs <= 1_000) return new MachineClock(clockResolutionMs);
  throw new InputError('clockResolutionMs', `found ${String(clockResolutionMs)}, expected milliseconds, 0 to 1000`);
}

/**
 * The machine's monotonic clock, which costs as much to read as all the rest of a hit. In a rush, requests share a reading: the more, the faster
 * they come, and no more than what fits into the resolution at their pace so far. The code that runs next reads it anew, so that time
 * stands still in none that waited for something. No timer does this.
 */
export class MachineClock implements RequestClock {
  /** Seconds. */
  private readonly resolution: number;
  private last = Number.NEGATIVE_INFINITY;
  /** Requests that share a reading, and how many of them are still to come. */
  private shared = 1;
  private left = 0;
  /** Requests in a row of which each group took less than the resolution. */
  private row = 0;
  private waiting = false;

  /** @param resolutionMs milliseconds; 0 reads the clock each time */
  constructor(resolutionMs: number) {
    this.resolution = resolutionMs / 1e3;
  }

  stands(): boolean {
    if (this.left === 0) return false;
    this.left--;
    return true;
  }

  read(): number {
    return this.stands() ? this.last : this.look();
  }

  private look(): number {
    const { resolution } = this;
    const now = readMachine();
    const took = now - this.last;
    this.last = now;
    if (took >= resolution) {
      this.shared = 1;
      this.row = 0;
      return now;
    }
    this.row += this.shared;
    if (this.row >= RUSH) this.share(took);
    return now;
  }

  /** @param took seconds since the reading before */
  private share(took: number): void {
    if (this.shared < MOST_SHARED && 4 * took < this.resolution) this.shared *= 2;
    else if (2 * took >= this.resolution) this.shared = Math.max(1, this.shared / 2);
    this.left = this.shared - 1;
    if (this.left === 0 || this.waiting) return;
    this.waiting = true;
    void NEXT_TURN.then(this.begin);
  }

  private readonly begin = () => {
    this.waiting = false;
    this.left = 0;
    this.shared = 1;
    this.row = 0;
  };
}

/** Seconds. */
export function readMachine(): number {
  return performance.now() / 1e3;
}
