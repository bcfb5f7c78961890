/**
 * The time in a hierarchy, which never runs backwards. It stands in a column of one: a number that is handed from function to
 * function on every request would be allocated anew each time.
 */
export class Clock {
  private readonly seconds = new Float64Array([Number.NEGATIVE_INFINITY]);

  get now(): number {
    return this.seconds[0]!;
  }

  set now(seconds: number) {
    this.seconds[0] = seconds;
  }
}
