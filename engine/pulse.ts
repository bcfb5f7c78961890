/**
 * How far work has come and whether it is to stop, over memory that threads share. Whoever works beats once for each piece of
 * work; whoever waits reads the count.
 */
export class Pulse {
  /** Number of beats, and 1 once the work is to stop. */
  readonly state: Int32Array;
  private readonly onBeat: ((beats: number) => void) | undefined;

  /** @param onBeat told of each beat, in the thread that beats */
  constructor(state: Int32Array, onBeat?: (beats: number) => void) {
    this.state = state;
    this.onBeat = onBeat;
  }

  get beats(): number {
    return Atomics.load(this.state, 0);
  }

  /** A piece of work is done. @throws Error once the work is to stop */
  beat(): void {
    const beats = Atomics.add(this.state, 0, 1) + 1;
    this.onBeat?.(beats);
    this.check();
  }

  /** @throws Error once the work is to stop */
  check(): void {
    if (Atomics.load(this.state, 1) !== 0) throw new Error('stopped');
  }

  stop(): void {
    Atomics.store(this.state, 1, 1);
  }
}

/** The state of a pulse that several threads may hold. */
export function sharedPulseState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}
