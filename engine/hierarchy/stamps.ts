/** Which of an entry's two clocks: when it entered its present level, or when its lifetime began. */
export const ENTERED = 0;
export const STORED = 1;

/** Which columns there are beside the two clocks. */
interface Columns {
  readonly lifetime: boolean;
  readonly restamp: boolean;
  readonly expiresAt: boolean;
  readonly idle: boolean;
  readonly version: boolean;
}

/** When an entry came, how long it may live, and which version it is: columns by id. */
export class Stamps {
  /** Seconds: clock c of id k stands at 2k + c. A newcomer writes both, and its line in memory is a cold one. */
  readonly clocks: Float64Array;
  /** Seconds: when its data was read from the origin; null where that is when it was stored, because moves do not restamp. */
  readonly bornAt: Float64Array | null;
  /** Seconds that it may live since it was stored; null when that is the same for all. */
  readonly lifetime: Float64Array | null;
  /** Seconds: when it will have expired where it lies; null unless a policy reads that. */
  readonly expiresAt: Float64Array | null;
  /** Seconds: when it was last hit, here or in a copy, or written; null unless entries expire for being idle. */
  readonly usedAt: Float64Array | null;
  /** Version of its data; null unless several copies may differ. */
  readonly version: Uint32Array | null;

  constructor(universe: number, has: Columns) {
    this.clocks = new Float64Array(2 * universe);
    this.bornAt = has.restamp ? new Float64Array(universe) : null;
    this.lifetime = has.lifetime ? new Float64Array(universe) : null;
    this.expiresAt = has.expiresAt ? new Float64Array(universe) : null;
    this.usedAt = has.idle ? new Float64Array(universe) : null;
    this.version = has.version ? new Uint32Array(universe) : null;
  }

  enteredAt(id: number): number {
    return this.clocks[2 * id + ENTERED]!;
  }

  enter(id: number, seconds: number): void {
    this.clocks[2 * id + ENTERED] = seconds;
  }

  storedAt(id: number): number {
    return this.clocks[2 * id + STORED]!;
  }

  store(id: number, seconds: number): void {
    this.clocks[2 * id + STORED] = seconds;
  }

  /** Takes an entry's stamps along to another level's columns. */
  carryTo(to: Stamps, id: number): void {
    if (this === to) return;
    to.store(id, this.storedAt(id));
    if (this.bornAt) to.bornAt![id] = this.bornAt[id]!;
    if (this.lifetime) to.lifetime![id] = this.lifetime[id]!;
    if (this.usedAt) to.usedAt![id] = this.usedAt[id]!;
    if (this.version) to.version![id] = this.version[id]!;
  }
}
