/** A clock whose ticks are whole, as the ticks from one record to the next. */
export interface Ticks {
  /** Ticks in a second. */
  readonly perSecond: number;
  /** Of the first record, since second 0. */
  readonly first: number;
  /** By record, since the one before; 0 for the first. */
  readonly steps: Float64Array;
}

/** Seconds, milliseconds, microseconds. */
const CLOCKS = [1, 1e3, 1e6];

/** Times as ticks of the coarsest clock that loses nothing; null when none of them has these times. */
export function ticksOf(times: Float64Array): Ticks | null {
  for (const perSecond of CLOCKS) {
    const steps = stepsOf(times, perSecond);
    if (steps) return { perSecond, first: Math.round((times[0] ?? 0) * perSecond), steps };
  }
  return null;
}

function stepsOf(times: Float64Array, perSecond: number): Float64Array | null {
  const steps = new Float64Array(times.length);
  let before = 0;
  for (let i = 0; i < times.length; i++) {
    const tick = Math.round(times[i]! * perSecond);
    if (!Number.isSafeInteger(tick) || !Object.is(tick / perSecond, times[i])) return null;
    steps[i] = i === 0 ? 0 : tick - before;
    before = tick;
  }
  return steps;
}

/** The inverse of `ticksOf`. */
export function timesOf({ perSecond, first, steps }: Ticks): Float64Array {
  const times = new Float64Array(steps.length);
  let tick = first;
  for (let i = 0; i < steps.length; i++) {
    tick += steps[i]!;
    times[i] = tick / perSecond;
  }
  return times;
}
