/** When an entry came, how long it may live, and which version it is: columns by id. */
export interface Stamps {
  /** Seconds: when the entry entered its present level. */
  readonly enteredAt: Float64Array;
  /** Seconds: when its lifetime began. */
  readonly storedAt: Float64Array;
  /** Seconds: when its data was read from the origin; the same column as `storedAt` unless moves restamp. */
  readonly bornAt: Float64Array;
  /** Seconds that it may live from `storedAt`; null when that is the same for all. */
  readonly lifetime: Float64Array | null;
  /** Version of its data; null unless several copies may differ. */
  readonly version: Uint32Array | null;
}

export function newStamps(universe: number, has: { lifetime: boolean; restamp: boolean; version: boolean }): Stamps {
  const storedAt = new Float64Array(universe);
  return {
    enteredAt: new Float64Array(universe),
    storedAt,
    bornAt: has.restamp ? new Float64Array(universe) : storedAt,
    lifetime: has.lifetime ? new Float64Array(universe) : null,
    version: has.version ? new Uint32Array(universe) : null,
  };
}

/** Takes an entry's stamps along to another level's columns. */
export function carryStamps(from: Stamps, to: Stamps, id: number): void {
  if (from === to) return;
  to.storedAt[id] = from.storedAt[id]!;
  to.bornAt[id] = from.bornAt[id]!;
  if (from.lifetime) to.lifetime![id] = from.lifetime[id]!;
  if (from.version) to.version![id] = from.version[id]!;
}
