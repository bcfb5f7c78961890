/** The origin works on so many fetches at a time; further ones wait in line, first come, first served. */
export class Servers {
  /** By server, seconds: when it will be free. */
  private readonly freeAt: Float64Array;

  constructor(count: number) {
    this.freeAt = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  }

  /** Gives a fetch to the server that is free first. @returns when it starts, in seconds, not before `now` */
  take(now: number, seconds: number): number {
    const { freeAt } = this;
    let first = 0;
    for (let server = 1; server < freeAt.length; server++) if (freeAt[server]! < freeAt[first]!) first = server;
    const start = Math.max(now, freeAt[first]!);
    freeAt[first] = start + seconds;
    return start;
  }
}
