import type { Naming } from './disguises.ts';

/** Numbers that an id may have one after the other; whoever has had all of them keeps the last. */
const GENERATIONS = 32;

/**
 * Numbers for ids that can be given up for others never used before. They stand in the order of the ids whatever was given up,
 * so that a policy which goes by that order, but does not hash them, cannot tell the generations apart.
 */
export class Generations {
  private readonly generation: Uint8Array;
  /** By id: its number was told to the policy. */
  private readonly told: Uint8Array;

  constructor(ids: number) {
    this.generation = new Uint8Array(ids);
    this.told = new Uint8Array(ids);
  }

  /** Gives an id a number that the policy has never heard. */
  renew(id: number): void {
    if (this.told[id] === 0 || this.generation[id] === GENERATIONS - 1) return;
    this.generation[id]!++;
    this.told[id] = 0;
  }

  /** For the host that numbers anew. */
  readonly fresh = (universe: number): Naming => ({
    universe: GENERATIONS * universe,
    nameOf: id => {
      this.told[id] = 1;
      return GENERATIONS * id + this.generation[id]!;
    },
    idOf,
  });
}

/** For the host that uses the same numbers again and again. */
export function recycled(universe: number): Naming {
  return { universe: GENERATIONS * universe, nameOf: id => GENERATIONS * id, idOf };
}

function idOf(name: number): number {
  return Math.floor(name / GENERATIONS);
}
