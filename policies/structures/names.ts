/** No id. */
export const NOBODY = -1;

/**
 * What ids are called by those who remember them for long: the number of an id may go to another key meanwhile, and whoever kept its name
 * must not take the one for the other. As long as no number was given away, ids are their own names.
 */
export class Names {
  private readonly universe: number;
  /** Of an id one after the other; then the first comes again. */
  private readonly most: number;
  /** By id: how many keys had its number before; null as long as none has been given away. */
  private before: Int32Array | null = null;

  constructor(universe: number) {
    this.universe = universe;
    this.most = Math.floor(2 ** 31 / universe);
  }

  /** The present name of an id: 0 … 2^31 − 1. */
  of(id: number): number {
    return this.before === null ? id : id + this.before[id]! * this.universe;
  }

  /** Whose name it is, or `NOBODY`: its number has gone to another key. */
  idOf(name: number): number {
    if (this.before === null) return name;
    const id = name % this.universe;
    return this.of(id) === name ? id : NOBODY;
  }

  /** The number of an id goes to another key. */
  renew(id: number): void {
    this.before ??= new Int32Array(this.universe);
    this.before[id] = (this.before[id]! + 1) % this.most;
  }
}
