/** Timers 0 … n − 1, each due at a time, of which the earliest is found at once: a binary heap of times, timers beside them. */
export class Timers {
  private readonly timers: Int32Array;
  private readonly times: Float64Array;

  /** @param due when each is due; there must be one */
  constructor(due: Float64Array) {
    this.timers = Int32Array.from(due, (_, timer) => timer).sort((a, b) => due[a]! - due[b]!);
    // What is sorted is a heap.
    this.times = Float64Array.from(this.timers, timer => due[timer]!);
  }

  /** When the earliest is due. */
  get time(): number {
    return this.times[0]!;
  }

  /** The timer that is due the earliest. */
  get first(): number {
    return this.timers[0]!;
  }

  /** Sets the earliest to a later time. */
  postpone(time: number): void {
    const { timers, times } = this;
    const timer = timers[0]!;
    let at = 0;
    for (let child = 1; child < times.length; child = 2 * at + 1) {
      if (child + 1 < times.length && times[child + 1]! < times[child]!) child++;
      if (time <= times[child]!) break;
      timers[at] = timers[child]!;
      times[at] = times[child]!;
      at = child;
    }
    timers[at] = timer;
    times[at] = time;
  }
}
