import { InputError } from '../../spec/input-error.ts';
import type { HostOptions } from './options.ts';

/** Seconds, on a clock that never runs backwards. */
type Clock = () => number;

/** As long as requests come one by one, each of them reads the clock: only this many in a rush are told the time of another. */
const RUSH = 64;
/** Requests that share a reading at most. */
const MOST_SHARED = 64;

/** Fulfilled: what waits for it comes when the code that is running now has ended. */
const NEXT_TURN = Promise.resolve();

/** What a cache is told to read, or else the machine's own clock. @throws InputError */
export function clockOf({ clock, clockResolutionMs }: HostOptions<never>): Clock {
  if (clockResolutionMs === undefined) return clock ?? machineClock(1);
  if (clock) throw new InputError('clockResolutionMs', 'a clock is given, which is read for each request');
  if (clockResolutionMs >= 0 && clockResolutionMs <= 1_000) return machineClock(clockResolutionMs);
  throw new InputError('clockResolutionMs', `found ${String(clockResolutionMs)}, expected milliseconds, 0 to 1000`);
}

/**
 * The machine's monotonic clock, which costs as much to read as all the rest of a hit. In a rush, requests share a reading: the more, the faster
 * they come, and no more than what fits into the resolution at their pace so far. The code that runs next reads it anew, so that time
 * stands still in none that waited for something. No timer does this.
 * @param resolutionMs milliseconds; 0 reads the clock each time
 */
export function machineClock(resolutionMs: number): Clock {
  const resolution = resolutionMs / 1e3;
  let last = Number.NEGATIVE_INFINITY;
  /** Requests that share a reading, and how many of them are still to come. */
  let shared = 1;
  let left = 0;
  /** Requests in a row of which each group took less than the resolution. */
  let row = 0;
  let waiting = false;
  const begin = () => {
    waiting = false;
    left = 0;
    shared = 1;
    row = 0;
  };

  function look(): number {
    const now = readMachine();
    const took = now - last;
    last = now;
    if (took >= resolution) {
      shared = 1;
      row = 0;
      return now;
    }
    row += shared;
    if (row >= RUSH) {
      if (shared < MOST_SHARED && 4 * took < resolution) shared *= 2;
      else if (2 * took >= resolution) shared = Math.max(1, shared / 2);
      left = shared - 1;
      if (left > 0 && !waiting) {
        waiting = true;
        void NEXT_TURN.then(begin);
      }
    }
    return now;
  }

  return () => {
    if (left === 0) return look();
    left--;
    return last;
  };
}

/** Seconds. */
export function readMachine(): number {
  return performance.now() / 1e3;
}
