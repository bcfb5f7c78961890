import type { MissCauses } from '../documents/diagnosis.ts';

/** The causes, in the order in which they are looked for. */
export const CAUSES = [
  'compulsory',
  'expired',
  'arriving',
  'capacity',
  'policy',
] as const satisfies readonly (keyof MissCauses)[];

/** Misses by cause, for each of some things that are numbered. */
export class MissCounts {
  readonly requests: Uint32Array;
  private readonly counts: Uint32Array;

  constructor(things: number) {
    this.requests = new Uint32Array(things);
    this.counts = new Uint32Array(things * CAUSES.length);
  }

  /** @param cause index into `CAUSES` */
  add(thing: number, cause: number): void {
    this.counts[thing * CAUSES.length + cause]!++;
  }

  misses(thing: number): number {
    let sum = 0;
    for (let cause = 0; cause < CAUSES.length; cause++) sum += this.counts[thing * CAUSES.length + cause]!;
    return sum;
  }

  causes(thing: number): MissCauses {
    const [compulsory = 0, expired = 0, arriving = 0, capacity = 0, policy = 0] = this.counts.subarray(
      thing * CAUSES.length,
      (thing + 1) * CAUSES.length,
    );
    return { compulsory, expired, arriving, capacity, policy };
  }

  /** Those with the most misses, most first; of equally many, the lower number first. */
  worst(most: number): number[] {
    const things: number[] = [];
    for (let thing = 0; thing < this.requests.length; thing++) {
      const misses = this.misses(thing);
      if (misses === 0 || (things.length === most && misses <= this.misses(things[most - 1]!))) continue;
      const place = things.findIndex(other => this.misses(other) < misses);
      things.splice(place < 0 ? things.length : place, 0, thing);
      things.length = Math.min(things.length, most);
    }
    return things;
  }
}
